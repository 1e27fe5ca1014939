package guildhall.payment.reconciliation;

import guildhall.messages.money.Money;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.ProcessorFees;
import guildhall.payment.ledger.Account.Suspense;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.reconciliation.DifferenceEvent.SettlementApproved;
import guildhall.payment.reconciliation.Finding.Missing;
import guildhall.payment.reconciliation.Finding.Unexplained;
import guildhall.payment.reconciliation.Settlement.Reversal;
import guildhall.payment.reconciliation.Settlement.ToMovement;
import guildhall.payment.reconciliation.Settlement.ToWallet;
import guildhall.payment.reconciliation.Settlement.WriteOff;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Posting rule 16 for what providers charge, and what reconciliation moves through SUSPENSE. The
 * provider holds more for us: CASH_CLEARING, which we own, goes down by as much.
 */
public final class ReconciliationJournals {
    private static final String SOURCE = "reconciliation";

    /**
     * @param source derived from the entry, so that it is posted once
     */
    public static Journal fee(StatementEntry entry, UUID source, Instant at) {
        return new Journal(
                new JournalSource("provider-fee", source, "booked"),
                Reason.PROCESSOR_FEE,
                "Fee of the payment provider",
                at,
                entries(
                        new Change(cash(entry), -entry.change()),
                        new Change(fees(entry), entry.change())));
    }

    /** Sets an entry aside that nobody can explain. */
    public static Journal suspended(StatementEntry entry, DifferenceId difference, Instant at) {
        return journal(
                new JournalSource(SOURCE, difference.value(), "suspended"),
                "Unexplained at the payment provider",
                at,
                entries(
                        new Change(cash(entry), -entry.change()),
                        new Change(suspense(entry), entry.change())));
    }

    /** The movement that explains it is in the books now: takes it out of SUSPENSE again. */
    public static Journal explained(StatementEntry entry, DifferenceId difference, Instant at) {
        return journal(
                new JournalSource(SOURCE, difference.value(), "explained"),
                "Explained at the payment provider",
                at,
                entries(
                        new Change(suspense(entry), -entry.change()),
                        new Change(cash(entry), entry.change())));
    }

    /**
     * What was decided.
     *
     * @param original the entries of the journal of a missing movement
     */
    public static Journal settled(SettlementApproved event, List<Entry> original) {
        return journal(
                new JournalSource(SOURCE, event.id().value(), "settled"),
                "Decided in reconciliation",
                event.at(),
                switch (event.finding()) {
                    case Unexplained(var entry) -> settled(entry, event.proposal().settlement());
                    case Missing(var movement) ->
                            settled(movement, event.proposal().settlement(), original);
                });
    }

    private static List<Entry> settled(StatementEntry entry, Settlement settlement) {
        var outOfSuspense = new Change(suspense(entry), -entry.change());
        return switch (settlement) {
            case ToWallet(var owner) ->
                    entries(
                            outOfSuspense,
                            new Change(new Available(owner, entry.currency()), entry.change()));
            case ToMovement(var movement) ->
                    entries(
                            outOfSuspense,
                            new Change(cash(entry), movement.change()),
                            new Change(fees(entry), entry.change() - movement.change()));
            case WriteOff _ -> entries(outOfSuspense, new Change(fees(entry), entry.change()));
            case Reversal _ -> throw doesNotFit(settlement);
        };
    }

    private static List<Entry> settled(
            CashMovement movement, Settlement settlement, List<Entry> original) {
        var currency = movement.currency();
        return switch (settlement) {
            case WriteOff _ ->
                    entries(
                            new Change(new CashClearing(currency), movement.change()),
                            new Change(new ProcessorFees(currency), -movement.change()));
            case Reversal _ ->
                    original.stream()
                            .flatMap(e -> new Change(e.account(), -e.change()).entry())
                            .toList();
            case ToWallet _, ToMovement _ -> throw doesNotFit(settlement);
        };
    }

    private static IllegalStateException doesNotFit(Settlement settlement) {
        return new IllegalStateException(settlement + " was accepted where it does not fit");
    }

    private static Journal journal(
            JournalSource source, String description, Instant at, List<Entry> entries) {
        return new Journal(source, Reason.RECONCILIATION, description, at, entries);
    }

    /**
     * @param minorUnits what is added to the balance; nothing is posted when it is zero
     */
    private record Change(Account account, long minorUnits) {
        Stream<Entry> entry() {
            if (minorUnits == 0) {
                return Stream.empty();
            }
            var amount = new Money(Math.absExact(minorUnits), account.currency());
            return Stream.of(
                    minorUnits > 0 ? Entry.credit(account, amount) : Entry.debit(account, amount));
        }
    }

    private static List<Entry> entries(Change... changes) {
        return Stream.of(changes).flatMap(Change::entry).toList();
    }

    private static Account cash(StatementEntry entry) {
        return new CashClearing(entry.currency());
    }

    private static Account suspense(StatementEntry entry) {
        return new Suspense(entry.currency());
    }

    private static Account fees(StatementEntry entry) {
        return new ProcessorFees(entry.currency());
    }

    private ReconciliationJournals() {}
}
