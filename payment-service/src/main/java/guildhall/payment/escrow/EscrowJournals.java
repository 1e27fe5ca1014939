package guildhall.payment.escrow;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.money.Money;
import guildhall.payment.escrow.EscrowEvent.EscrowCancelled;
import guildhall.payment.escrow.EscrowEvent.EscrowFrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowFunded;
import guildhall.payment.escrow.EscrowEvent.EscrowRefunded;
import guildhall.payment.escrow.EscrowEvent.EscrowReleased;
import guildhall.payment.escrow.EscrowEvent.EscrowUnfrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowWoundUp;
import guildhall.payment.escrow.EscrowEvent.FrozenFundsSplit;
import guildhall.payment.escrow.EscrowEvent.FundingRefused;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.InEscrow;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Posting rules 2, 3, 5, 6 and 7: what each event means in the ledger. */
final class EscrowJournals {

    /** Empty when the event moved no money. */
    static Optional<Journal> of(EscrowEvent event, FundingTerms terms) {
        return switch (event) {
            case EscrowFunded funded -> Optional.of(funded(funded));
            case EscrowReleased released -> Optional.of(released(released, terms));
            case EscrowRefunded refunded ->
                    Optional.of(
                            returned(
                                    "refunded",
                                    refunded.escrow(),
                                    refunded.refund(),
                                    new Return(refunded.amount(), terms, refunded.at())));
            case EscrowWoundUp woundUp when woundUp.amount().isZero() -> Optional.empty();
            case EscrowWoundUp woundUp ->
                    Optional.of(
                            returned(
                                    "cancelled",
                                    woundUp.escrow(),
                                    woundUp.refund(),
                                    new Return(woundUp.amount(), terms, woundUp.at())));
            case EscrowFrozen frozen -> Optional.of(DisputeJournals.frozen(frozen, terms));
            case EscrowUnfrozen unfrozen -> Optional.of(DisputeJournals.unfrozen(unfrozen, terms));
            case FrozenFundsSplit split -> Optional.of(DisputeJournals.split(split, terms));
            case FundingRefused _, EscrowCancelled _ -> Optional.empty();
        };
    }

    private static Journal funded(EscrowFunded event) {
        var amount = event.terms().amount();
        var payer = event.terms().payer().party();
        return new Journal(
                source(event.escrow(), "funded"),
                Reason.ESCROW_HOLD,
                event.terms().title(),
                event.at(),
                List.of(
                        debit(new Available(payer, amount.currency()), amount),
                        credit(new InEscrow(event.escrow(), amount.currency()), amount)));
    }

    private static Journal released(EscrowReleased event, FundingTerms terms) {
        var quote = event.quote();
        var currency = quote.gross().currency();
        var entries = new ArrayList<Entry>();
        entries.add(debit(new InEscrow(event.escrow(), currency), quote.gross()));
        if (!quote.net().isZero()) {
            entries.add(credit(new Pending(terms.payee().party(), currency), quote.net()));
        }
        if (!quote.fee().isZero()) {
            entries.add(credit(new FeeRevenue(currency), quote.fee()));
        }
        return new Journal(
                source(event.escrow(), "released:" + event.release()),
                Reason.ESCROW_RELEASE,
                terms.title(),
                event.at(),
                entries);
    }

    private record Return(Money amount, FundingTerms terms, Instant at) {}

    private static Journal returned(String step, EscrowId escrow, RefundId refund, Return back) {
        var currency = back.amount().currency();
        var payer = back.terms().payer().party();
        return new Journal(
                source(escrow, step + ":" + refund),
                Reason.REFUND,
                back.terms().title(),
                back.at(),
                List.of(
                        debit(new InEscrow(escrow, currency), back.amount()),
                        credit(new Available(payer, currency), back.amount())));
    }

    private static JournalSource source(EscrowId escrow, String step) {
        return new JournalSource("escrow", escrow.value(), step);
    }

    private EscrowJournals() {}
}
