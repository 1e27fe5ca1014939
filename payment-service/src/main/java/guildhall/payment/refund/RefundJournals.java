package guildhall.payment.refund;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.PayoutTransit;
import guildhall.payment.ledger.Account.Receivable;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.refund.RefundEvent.RefundApproved;
import guildhall.payment.refund.RefundEvent.RefundApprovedOnce;
import guildhall.payment.refund.RefundEvent.RefundFailed;
import guildhall.payment.refund.RefundEvent.RefundProcessed;
import guildhall.payment.refund.RefundEvent.RefundRejected;
import guildhall.payment.refund.RefundEvent.RefundRequested;
import guildhall.payment.refund.RefundEvent.RefundReturned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Posting rule 5, to the card: what each event means in the ledger. */
public final class RefundJournals {

    /** What a request or an approval is decided on and may touch. */
    public static Set<Account> forDecision(RefundOrder order) {
        return Set.of(wallet(order), debt(order), transit(order));
    }

    /** What the word of the provider may touch. */
    public static Set<Account> forResult(RefundOrder order) {
        return Set.of(wallet(order), transit(order), cash(order));
    }

    /** Empty when the event moves no money. */
    public static Optional<Journal> of(RefundEvent event) {
        return switch (event) {
            case RefundApproved(var order, _, var at) ->
                    Optional.of(
                            journal(
                                    order,
                                    new Step("approved", Reason.CARD_REFUND, at),
                                    new Move(wallet(order), transit(order))));
            case RefundProcessed(var order, _, var at) ->
                    Optional.of(
                            journal(
                                    order,
                                    new Step("processed", Reason.CARD_REFUND, at),
                                    new Move(transit(order), cash(order))));
            case RefundFailed(var order, _, var at) ->
                    Optional.of(
                            journal(
                                    order,
                                    new Step("failed", Reason.CARD_REFUND, at),
                                    new Move(transit(order), wallet(order))));
            case RefundReturned(var order, _, var at) ->
                    Optional.of(
                            journal(
                                    order,
                                    new Step("returned", Reason.CARD_REFUND, at),
                                    new Move(cash(order), wallet(order))));
            case RefundRequested _, RefundApprovedOnce _, RefundRejected _ -> Optional.empty();
        };
    }

    private record Step(String name, Reason reason, Instant at) {}

    private record Move(Account from, Account to) {}

    private static Journal journal(RefundOrder order, Step step, Move move) {
        return new Journal(
                new JournalSource("refund", order.id().value(), step.name()),
                step.reason(),
                "Refund to the card",
                step.at(),
                List.of(debit(move.from(), order.amount()), credit(move.to(), order.amount())));
    }

    public static Available wallet(RefundOrder order) {
        return new Available(order.owner().party(), order.amount().currency());
    }

    public static Receivable debt(RefundOrder order) {
        return new Receivable(order.owner().party(), order.amount().currency());
    }

    private static Account transit(RefundOrder order) {
        return new PayoutTransit(order.amount().currency());
    }

    private static Account cash(RefundOrder order) {
        return new CashClearing(order.amount().currency());
    }

    private RefundJournals() {}
}
