package guildhall.payment.payout;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.PayoutTransit;
import guildhall.payment.ledger.Account.Receivable;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.payout.PayoutEvent.PayoutApproved;
import guildhall.payment.payout.PayoutEvent.PayoutApprovedOnce;
import guildhall.payment.payout.PayoutEvent.PayoutCancelled;
import guildhall.payment.payout.PayoutEvent.PayoutCompleted;
import guildhall.payment.payout.PayoutEvent.PayoutDeclined;
import guildhall.payment.payout.PayoutEvent.PayoutFailed;
import guildhall.payment.payout.PayoutEvent.PayoutPostponed;
import guildhall.payment.payout.PayoutEvent.PayoutRequested;
import guildhall.payment.payout.PayoutEvent.PayoutReturned;
import guildhall.payment.payout.PayoutEvent.PayoutSubmitted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Posting rule 8: what each event means in the ledger. */
public final class PayoutJournals {

    /** What a request is decided on and may touch. */
    public static Set<Account> forRequest(PayoutOrder order) {
        var accounts = new HashSet<Account>(Set.of(wallet(order), debt(order), transit(order)));
        if (!order.fee().isZero()) {
            accounts.add(fees(order));
        }
        return accounts;
    }

    /** What the journal of an event touches; nothing when it moves no money. */
    public static Set<Account> accounts(PayoutEvent event) {
        var order = event.order();
        return switch (event) {
            case PayoutRequested _ -> forRequest(order);
            case PayoutCompleted _ -> Set.of(transit(order), cash(order));
            case PayoutFailed _, PayoutDeclined _, PayoutCancelled _ ->
                    forReturn(order, transit(order));
            case PayoutReturned _ -> forReturn(order, cash(order));
            case PayoutApprovedOnce _, PayoutApproved _, PayoutSubmitted _, PayoutPostponed _ ->
                    Set.of();
        };
    }

    private static Set<Account> forReturn(PayoutOrder order, Account from) {
        return order.fee().isZero()
                ? Set.of(wallet(order), from)
                : Set.of(wallet(order), from, fees(order));
    }

    /** Empty when the event moves no money. */
    public static Optional<Journal> of(PayoutEvent event) {
        return switch (event) {
            case PayoutRequested(var order, _) -> Optional.of(requested(order));
            case PayoutCompleted(var order, _, var at) ->
                    Optional.of(
                            journal(
                                    order,
                                    new Step("completed", Reason.PAYOUT, at),
                                    List.of(
                                            debit(transit(order), order.net()),
                                            credit(cash(order), order.net()))));
            case PayoutFailed(var order, _, _, var at) ->
                    Optional.of(back(order, transit(order), "failed", at));
            case PayoutDeclined(var order, var ruling) ->
                    Optional.of(back(order, transit(order), "failed", ruling.at()));
            case PayoutCancelled(var order, var at) ->
                    Optional.of(back(order, transit(order), "cancelled", at));
            case PayoutReturned(var order, _, var at) ->
                    Optional.of(back(order, cash(order), "returned", at));
            case PayoutApprovedOnce _, PayoutApproved _, PayoutSubmitted _, PayoutPostponed _ ->
                    Optional.empty();
        };
    }

    private static Journal requested(PayoutOrder order) {
        var entries = new ArrayList<Entry>();
        entries.add(debit(wallet(order), order.amount()));
        entries.add(credit(transit(order), order.net()));
        if (!order.fee().isZero()) {
            entries.add(credit(fees(order), order.fee()));
        }
        return journal(order, new Step("requested", Reason.PAYOUT, order.requestedAt()), entries);
    }

    /** The whole amount, fee included. */
    private static Journal back(PayoutOrder order, Account from, String step, Instant at) {
        var entries = new ArrayList<Entry>();
        entries.add(debit(from, order.net()));
        if (!order.fee().isZero()) {
            entries.add(debit(fees(order), order.fee()));
        }
        entries.add(credit(wallet(order), order.amount()));
        return journal(order, new Step(step, Reason.PAYOUT_RETURNED, at), entries);
    }

    private record Step(String name, Reason reason, Instant at) {}

    private static Journal journal(PayoutOrder order, Step step, List<Entry> entries) {
        return new Journal(
                new JournalSource("payout", order.id().value(), step.name()),
                step.reason(),
                "Payout",
                step.at(),
                entries);
    }

    public static Available wallet(PayoutOrder order) {
        return new Available(order.owner().party(), order.amount().currency());
    }

    public static Receivable debt(PayoutOrder order) {
        return new Receivable(order.owner().party(), order.amount().currency());
    }

    private static Account transit(PayoutOrder order) {
        return new PayoutTransit(order.amount().currency());
    }

    private static Account fees(PayoutOrder order) {
        return new FeeRevenue(order.amount().currency());
    }

    private static Account cash(PayoutOrder order) {
        return new CashClearing(order.amount().currency());
    }

    private PayoutJournals() {}
}
