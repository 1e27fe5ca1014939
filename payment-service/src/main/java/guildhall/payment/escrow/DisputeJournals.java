package guildhall.payment.escrow;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.money.Money;
import guildhall.payment.escrow.EscrowEvent.EscrowFrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowUnfrozen;
import guildhall.payment.escrow.EscrowEvent.FrozenFundsSplit;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.BuyerFeeDeferred;
import guildhall.payment.ledger.Account.DisputeHold;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.InEscrow;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Posting rules 6 and 7: money that a dispute takes hold of, and where it goes in the end. */
final class DisputeJournals {

    static Journal frozen(EscrowFrozen event, FundingTerms terms) {
        var entries = new Entries();
        entries.debit(escrow(event.escrow(), terms), event.fromHeld());
        earned(event.recalled(), terms).forEach(entries::debit);
        entries.credit(
                dispute(event.escrow(), terms),
                sum(event.fromHeld(), event.recalled(), Movement.Release::gross));
        entries.credit(deferred(event.escrow(), terms), buyerFees(event.recalled(), terms));
        return new Journal(
                source(event.escrow(), "frozen", event.dispute()),
                Reason.DISPUTE_FREEZE,
                terms.title(),
                event.at(),
                entries.all());
    }

    static Journal unfrozen(EscrowUnfrozen event, FundingTerms terms) {
        var entries = new Entries();
        entries.debit(
                dispute(event.escrow(), terms),
                sum(event.toHeld(), event.restored(), Movement.Release::gross));
        entries.debit(deferred(event.escrow(), terms), buyerFees(event.restored(), terms));
        entries.credit(escrow(event.escrow(), terms), event.toHeld());
        earned(event.restored(), terms).forEach(entries::credit);
        return new Journal(
                source(event.escrow(), "unfrozen", event.dispute()),
                Reason.DISPUTE_OUTCOME,
                terms.title(),
                event.at(),
                entries.all());
    }

    static Journal split(FrozenFundsSplit event, FundingTerms terms) {
        var quote = event.quote();
        var currency = quote.gross().currency();
        var back = event.back();
        var entries = new Entries();
        entries.debit(dispute(event.escrow(), terms), back.amount().plus(quote.gross()));
        entries.debit(deferred(event.escrow(), terms), back.buyerFee().plus(event.buyerFee()));
        entries.credit(new Available(terms.payer().party(), currency), back.total());
        for (var part : terms.shared(quote.net())) {
            entries.credit(new Pending(part.member().party(), currency), part.amount());
        }
        entries.credit(new FeeRevenue(currency), quote.fee().plus(event.buyerFee()));
        return new Journal(
                source(event.escrow(), "split", event.dispute()),
                Reason.DISPUTE_OUTCOME,
                terms.title(),
                event.at(),
                entries.all());
    }

    /** What everybody, the platform included, has from the releases. */
    private static Map<Account, Money> earned(List<Movement.Release> releases, FundingTerms terms) {
        var currency = terms.amount().currency();
        var earned = new LinkedHashMap<Account, Money>();
        for (var release : releases) {
            for (var part : terms.shared(release.net())) {
                var account = new Pending(part.member().party(), currency);
                earned.merge(account, part.amount(), Money::plus);
            }
        }
        var fees = sum(Money.zero(currency), releases, Movement.Release::fee);
        earned.put(new FeeRevenue(currency), fees.plus(buyerFees(releases, terms)));
        return earned;
    }

    private static Money buyerFees(List<Movement.Release> releases, FundingTerms terms) {
        var nothing = Money.zero(terms.amount().currency());
        return sum(nothing, releases, Movement.Release::buyerFee);
    }

    private static Money sum(
            Money start,
            List<Movement.Release> releases,
            Function<Movement.Release, Money> amount) {
        return releases.stream().map(amount).reduce(start, Money::plus);
    }

    private static Account escrow(EscrowId escrow, FundingTerms terms) {
        return new InEscrow(escrow, terms.amount().currency());
    }

    private static Account dispute(EscrowId escrow, FundingTerms terms) {
        return new DisputeHold(escrow, terms.amount().currency());
    }

    private static Account deferred(EscrowId escrow, FundingTerms terms) {
        return new BuyerFeeDeferred(escrow, terms.amount().currency());
    }

    private static JournalSource source(EscrowId escrow, String step, DisputeId dispute) {
        return new JournalSource("escrow", escrow.value(), step + ":" + dispute);
    }

    private DisputeJournals() {}
}
