package guildhall.payment.invoice.adapter;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.payment.EscrowEvents.DisputeFundsSplitV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money that left an escrow for its payee: by a release, or as the payee's part of a dispute.
 *
 * @param buyerFee what the platform earned from the payer by it
 */
record Payout(
        EscrowId escrow,
        ReleaseId release,
        Party client,
        Party talent,
        Money gross,
        Money fee,
        Money buyerFee) {

    static Payout of(EscrowReleasedV1 event) {
        return new Payout(
                event.escrowId(),
                event.releaseId(),
                event.payer().party(),
                event.payee().party(),
                event.gross(),
                event.fee(),
                orNothing(event.buyerFee(), event.gross()));
    }

    /** Empty when the payer got everything. */
    static Optional<Payout> of(DisputeFundsSplitV1 event) {
        return event.toTalent().isZero()
                ? Optional.empty()
                : Optional.of(
                        new Payout(
                                event.escrowId(),
                                event.releaseId(),
                                event.payer().party(),
                                event.payee().party(),
                                event.toTalent(),
                                event.fee(),
                                orNothing(event.buyerFee(), event.toTalent())));
    }

    private static Money orNothing(@Nullable Money fee, Money gross) {
        return fee == null ? Money.zero(gross.currency()) : fee;
    }
}
