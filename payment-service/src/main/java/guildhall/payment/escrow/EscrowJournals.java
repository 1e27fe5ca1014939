package guildhall.payment.escrow;

import guildhall.messages.id.EscrowId;
import guildhall.payment.escrow.EscrowEvent.EscrowCancelled;
import guildhall.payment.escrow.EscrowEvent.EscrowFrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowFunded;
import guildhall.payment.escrow.EscrowEvent.EscrowRefunded;
import guildhall.payment.escrow.EscrowEvent.EscrowReleased;
import guildhall.payment.escrow.EscrowEvent.EscrowUnfrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowWoundUp;
import guildhall.payment.escrow.EscrowEvent.FrozenFundsSplit;
import guildhall.payment.escrow.EscrowEvent.FundingRefused;
import guildhall.payment.escrow.EscrowEvent.Returned;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.BuyerFeeDeferred;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.InEscrow;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Instant;
import java.util.Optional;

/** Posting rules 2, 3, 5, 6 and 7: what each event means in the ledger. */
final class EscrowJournals {

    /** Empty when the event moved no money. */
    static Optional<Journal> of(EscrowEvent event, FundingTerms terms) {
        return switch (event) {
            case EscrowFunded funded -> Optional.of(funded(funded));
            case EscrowReleased released -> Optional.of(released(released, terms));
            case EscrowRefunded(_, var refund, var amount, var buyerFee, var at) ->
                    Optional.of(
                            returned(
                                    event,
                                    "refunded:" + refund,
                                    new Returned(amount, buyerFee),
                                    terms,
                                    at));
            case EscrowWoundUp woundUp when woundUp.amount().isZero() -> Optional.empty();
            case EscrowWoundUp(_, var refund, var amount, var buyerFee, var at) ->
                    Optional.of(
                            returned(
                                    event,
                                    "cancelled:" + refund,
                                    new Returned(amount, buyerFee),
                                    terms,
                                    at));
            case EscrowFrozen frozen -> Optional.of(DisputeJournals.frozen(frozen, terms));
            case EscrowUnfrozen unfrozen -> Optional.of(DisputeJournals.unfrozen(unfrozen, terms));
            case FrozenFundsSplit split -> Optional.of(DisputeJournals.split(split, terms));
            case FundingRefused _, EscrowCancelled _ -> Optional.empty();
        };
    }

    private static Journal funded(EscrowFunded event) {
        var amount = event.terms().amount();
        var currency = amount.currency();
        var buyerFee = event.pricing().buyerFee();
        var payer = event.terms().payer().party();
        var entries = new Entries();
        entries.debit(new Available(payer, currency), amount.plus(buyerFee));
        entries.credit(new InEscrow(event.escrow(), currency), amount);
        entries.credit(new BuyerFeeDeferred(event.escrow(), currency), buyerFee);
        return new Journal(
                source(event.escrow(), "funded"),
                Reason.ESCROW_HOLD,
                event.terms().title(),
                event.at(),
                entries.all());
    }

    private static Journal released(EscrowReleased event, FundingTerms terms) {
        var quote = event.quote();
        var currency = quote.gross().currency();
        var entries = new Entries();
        entries.debit(new InEscrow(event.escrow(), currency), quote.gross());
        entries.debit(new BuyerFeeDeferred(event.escrow(), currency), event.buyerFee());
        for (var part : terms.shared(quote.net())) {
            entries.credit(new Pending(part.member().party(), currency), part.amount());
        }
        entries.credit(new FeeRevenue(currency), quote.fee().plus(event.buyerFee()));
        return new Journal(
                source(event.escrow(), "released:" + event.release()),
                Reason.ESCROW_RELEASE,
                terms.title(),
                event.at(),
                entries.all());
    }

    private static Journal returned(
            EscrowEvent event, String step, Returned back, FundingTerms terms, Instant at) {
        var currency = back.amount().currency();
        var entries = new Entries();
        entries.debit(new InEscrow(event.escrow(), currency), back.amount());
        entries.debit(new BuyerFeeDeferred(event.escrow(), currency), back.buyerFee());
        entries.credit(new Available(terms.payer().party(), currency), back.total());
        return new Journal(
                source(event.escrow(), step), Reason.REFUND, terms.title(), at, entries.all());
    }

    private static JournalSource source(EscrowId escrow, String step) {
        return new JournalSource("escrow", escrow.value(), step);
    }

    private EscrowJournals() {}
}
