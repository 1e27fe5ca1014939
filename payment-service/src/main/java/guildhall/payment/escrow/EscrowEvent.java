package guildhall.payment.escrow;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.payment.fee.FeeQuote;
import guildhall.payment.fee.Pricing;
import java.time.Instant;
import java.util.List;

/** What happened to one escrow. */
public sealed interface EscrowEvent {
    EscrowId escrow();

    record EscrowFunded(
            EscrowId escrow, int attempt, FundingTerms terms, Pricing pricing, Instant at)
            implements EscrowEvent {}

    record FundingRefused(
            EscrowId escrow, int attempt, FundingTerms terms, FundingRefusal reason, Instant at)
            implements EscrowEvent {}

    /**
     * @param buyerFee what the platform earned of the deferred buyer fee
     */
    record EscrowReleased(
            EscrowId escrow, ReleaseId release, FeeQuote quote, Money buyerFee, Instant at)
            implements EscrowEvent {}

    /**
     * @param buyerFee what went back of the deferred buyer fee
     */
    record EscrowRefunded(
            EscrowId escrow, RefundId refund, Money amount, Money buyerFee, Instant at)
            implements EscrowEvent {}

    /** What was held went back, and nothing may be done with the escrow any more. */
    record EscrowWoundUp(EscrowId escrow, RefundId refund, Money amount, Money buyerFee, Instant at)
            implements EscrowEvent {}

    /** No money was there, and none may come any more. */
    record EscrowCancelled(EscrowId escrow, RefundId refund, Instant at) implements EscrowEvent {}

    /**
     * @param recalled the releases whose money was taken back from the payee and the platform
     */
    record EscrowFrozen(
            EscrowId escrow,
            DisputeId dispute,
            Money fromHeld,
            List<Movement.Release> recalled,
            Instant at)
            implements EscrowEvent {
        public EscrowFrozen {
            recalled = List.copyOf(recalled);
        }
    }

    /**
     * @param restored the recalled releases that payee and platform have got again
     */
    record EscrowUnfrozen(
            EscrowId escrow,
            DisputeId dispute,
            Money toHeld,
            List<Movement.Release> restored,
            Instant at)
            implements EscrowEvent {
        public EscrowUnfrozen {
            restored = List.copyOf(restored);
        }
    }

    /**
     * @param back what the payer got
     * @param release names the payee's part, whose price is the quote
     * @param buyerFee what the platform earned of the deferred buyer fee
     */
    record FrozenFundsSplit(
            EscrowId escrow,
            DisputeId dispute,
            Returned back,
            ReleaseId release,
            FeeQuote quote,
            Money buyerFee,
            Instant at)
            implements EscrowEvent {}

    /**
     * @param buyerFee what went back of the deferred buyer fee
     */
    record Returned(Money amount, Money buyerFee) {
        Money total() {
            return amount.plus(buyerFee);
        }
    }
}
