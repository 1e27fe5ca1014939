package guildhall.payment.escrow;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.money.Money;
import guildhall.payment.escrow.EscrowEvent.EscrowFrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowUnfrozen;
import guildhall.payment.escrow.EscrowEvent.FrozenFundsSplit;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.DisputeHold;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.InEscrow;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Posting rules 6 and 7: money that a dispute takes hold of, and where it goes in the end. */
final class DisputeJournals {

    static Journal frozen(EscrowFrozen event, FundingTerms terms) {
        var entries = new ArrayList<Entry>();
        add(entries, Entry::debit, escrow(event.escrow(), terms), event.fromHeld());
        addReleased(entries, Entry::debit, event.recalled(), terms);
        entries.add(credit(hold(event.escrow(), terms), sum(event.fromHeld(), event.recalled())));
        return new Journal(
                source(event.escrow(), "frozen", event.dispute()),
                Reason.DISPUTE_FREEZE,
                terms.title(),
                event.at(),
                entries);
    }

    static Journal unfrozen(EscrowUnfrozen event, FundingTerms terms) {
        var entries = new ArrayList<Entry>();
        entries.add(debit(hold(event.escrow(), terms), sum(event.toHeld(), event.restored())));
        add(entries, Entry::credit, escrow(event.escrow(), terms), event.toHeld());
        addReleased(entries, Entry::credit, event.restored(), terms);
        return new Journal(
                source(event.escrow(), "unfrozen", event.dispute()),
                Reason.DISPUTE_OUTCOME,
                terms.title(),
                event.at(),
                entries);
    }

    static Journal split(FrozenFundsSplit event, FundingTerms terms) {
        var quote = event.quote();
        var currency = quote.gross().currency();
        var payer = terms.payer().party();
        var entries = new ArrayList<Entry>();
        entries.add(debit(hold(event.escrow(), terms), event.toPayer().plus(quote.gross())));
        add(entries, Entry::credit, new Available(payer, currency), event.toPayer());
        add(entries, Entry::credit, new Pending(terms.payee().party(), currency), quote.net());
        add(entries, Entry::credit, new FeeRevenue(currency), quote.fee());
        return new Journal(
                source(event.escrow(), "split", event.dispute()),
                Reason.DISPUTE_OUTCOME,
                terms.title(),
                event.at(),
                entries);
    }

    /** What the payee and the platform have from the releases. */
    private static void addReleased(
            List<Entry> entries,
            BiFunction<Account, Money, Entry> side,
            List<Movement.Release> releases,
            FundingTerms terms) {
        var currency = terms.amount().currency();
        var nothing = Money.zero(currency);
        var net = releases.stream().map(Movement.Release::net).reduce(nothing, Money::plus);
        var fee = releases.stream().map(Movement.Release::fee).reduce(nothing, Money::plus);
        add(entries, side, new Pending(terms.payee().party(), currency), net);
        add(entries, side, new FeeRevenue(currency), fee);
    }

    private static void add(
            List<Entry> entries,
            BiFunction<Account, Money, Entry> side,
            Account account,
            Money amount) {
        if (!amount.isZero()) {
            entries.add(side.apply(account, amount));
        }
    }

    private static Money sum(Money held, List<Movement.Release> releases) {
        return releases.stream().map(Movement.Release::gross).reduce(held, Money::plus);
    }

    private static Account escrow(EscrowId escrow, FundingTerms terms) {
        return new InEscrow(escrow, terms.amount().currency());
    }

    private static Account hold(EscrowId escrow, FundingTerms terms) {
        return new DisputeHold(escrow, terms.amount().currency());
    }

    private static JournalSource source(EscrowId escrow, String step, DisputeId dispute) {
        return new JournalSource("escrow", escrow.value(), step + ":" + dispute);
    }

    private DisputeJournals() {}
}
