package guildhall.payment.subscription;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.messages.money.Money;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.subscription.SubscriptionEvent.PaymentMissed;
import guildhall.payment.subscription.SubscriptionEvent.PeriodPaid;
import guildhall.payment.subscription.SubscriptionEvent.PlanChangeScheduled;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionCancelled;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionExpired;
import guildhall.payment.subscription.SubscriptionEvent.SubscriptionGivenUp;
import guildhall.payment.subscription.SubscriptionEvent.TrialPlanChanged;
import guildhall.payment.subscription.SubscriptionEvent.TrialStarted;
import guildhall.payment.subscription.SubscriptionEvent.Upgraded;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Posting rule 14. */
public final class SubscriptionJournals {

    /** Empty when the event moved no money. */
    public static Optional<Journal> of(SubscriptionEvent event) {
        return switch (event) {
            case PeriodPaid(var terms, _, _, _) when terms.plan().price().isZero() ->
                    Optional.empty();
            case PeriodPaid paid ->
                    Optional.of(
                            journal(
                                    paid,
                                    "period:" + paid.period().start(),
                                    paid.terms().plan().price()));
            case Upgraded upgraded when upgraded.paid().isZero() -> Optional.empty();
            case Upgraded upgraded ->
                    Optional.of(journal(upgraded, "upgrade:" + upgraded.change(), upgraded.paid()));
            case TrialStarted _,
                    TrialPlanChanged _,
                    PlanChangeScheduled _,
                    PaymentMissed _,
                    SubscriptionCancelled _,
                    SubscriptionExpired _,
                    SubscriptionGivenUp _ ->
                    Optional.empty();
        };
    }

    /** What a charge of this price could touch. */
    public static Set<Account> accounts(Terms terms, Money price) {
        return Set.of(wallet(terms, price), new FeeRevenue(price.currency()));
    }

    public static Account wallet(Terms terms, Money price) {
        return new Available(terms.subscriber().party(), price.currency());
    }

    private static Journal journal(SubscriptionEvent event, String step, Money price) {
        var terms = event.terms();
        return new Journal(
                new JournalSource("subscription", terms.id().value(), step),
                Reason.SUBSCRIPTION,
                "Subscription: " + terms.plan().id(),
                event.at(),
                List.of(
                        debit(wallet(terms, price), price),
                        credit(new FeeRevenue(price.currency()), price)));
    }

    private SubscriptionJournals() {}
}
