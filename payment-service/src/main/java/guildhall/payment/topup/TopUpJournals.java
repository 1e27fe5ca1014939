package guildhall.payment.topup;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.messages.money.Money;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.Receivable;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.topup.TopUpEvent.TopUpSucceeded;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Posting rule 1, and the recovery of what a chargeback left as a debt (rule 16). */
public final class TopUpJournals {

    public static Set<Account> accounts(TopUp topUp) {
        return Set.of(cash(topUp), wallet(topUp), debt(topUp));
    }

    public static Journal of(TopUpSucceeded event) {
        var topUp = event.topUp();
        return new Journal(
                new JournalSource("top-up", topUp.id().value(), "succeeded"),
                Reason.DEPOSIT,
                "Top-up",
                event.at(),
                List.of(debit(cash(topUp), topUp.amount()), credit(wallet(topUp), topUp.amount())));
    }

    /**
     * What has just come in pays the debt of the party first.
     *
     * @param balance of {@link #debt}, in minor units: below zero while the party owes
     * @return empty when nothing is owed
     */
    public static Optional<Journal> recovery(TopUpSucceeded event, long balance) {
        var topUp = event.topUp();
        if (balance >= 0) {
            return Optional.empty();
        }
        var owed = new Money(Math.negateExact(balance), topUp.amount().currency());
        var recovered = topUp.amount().isLessThan(owed) ? topUp.amount() : owed;
        return Optional.of(
                new Journal(
                        new JournalSource("top-up", topUp.id().value(), "recovered"),
                        Reason.DEBT_RECOVERY,
                        "Debt paid off",
                        event.at(),
                        List.of(debit(wallet(topUp), recovered), credit(debt(topUp), recovered))));
    }

    public static Account debt(TopUp topUp) {
        return new Receivable(topUp.owner().party(), topUp.amount().currency());
    }

    private static Account cash(TopUp topUp) {
        return new CashClearing(topUp.amount().currency());
    }

    private static Account wallet(TopUp topUp) {
        return new Available(topUp.owner().party(), topUp.amount().currency());
    }

    private TopUpJournals() {}
}
