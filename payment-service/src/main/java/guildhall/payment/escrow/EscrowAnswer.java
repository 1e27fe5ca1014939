package guildhall.payment.escrow;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.payment.fee.Pricing;
import java.time.Instant;

/** What an order is answered with, today and at every later repetition. */
public sealed interface EscrowAnswer {
    record Funded(EscrowId escrow, int attempt, FundingTerms terms, Pricing pricing, Instant at)
            implements EscrowAnswer {}

    record FundingFailed(EscrowOrder.Fund order, FundingRefusal reason, Instant at)
            implements EscrowAnswer {}

    record Released(EscrowId escrow, FundingTerms terms, Movement.Release release)
            implements EscrowAnswer {}

    record ReleaseRejected(EscrowId escrow, ReleaseId release, EscrowRejection reason, Instant at)
            implements EscrowAnswer {}

    record Refunded(EscrowId escrow, FundingTerms terms, Movement.Refund refund)
            implements EscrowAnswer {}

    record RefundRejected(EscrowId escrow, RefundId refund, EscrowRejection reason, Instant at)
            implements EscrowAnswer {}

    /** Closed before it was ever funded. */
    record Cancelled(EscrowId escrow, RefundId refund, Instant at) implements EscrowAnswer {}

    record CancelRejected(EscrowId escrow, RefundId refund, EscrowRejection reason, Instant at)
            implements EscrowAnswer {}

    /** Closed; the amount went back to the payer. */
    record WoundUp(EscrowId escrow, RefundId refund, Money returned, Money buyerFee, Instant at)
            implements EscrowAnswer {}

    record Frozen(EscrowId escrow, FundingTerms terms, Movement.Freeze freeze)
            implements EscrowAnswer {}

    record FreezeRejected(EscrowId escrow, DisputeId dispute, EscrowRejection reason, Instant at)
            implements EscrowAnswer {}

    record Unfrozen(EscrowId escrow, FundingTerms terms, Movement.Unfreeze unfreeze)
            implements EscrowAnswer {}

    record Split(EscrowId escrow, FundingTerms terms, Movement.Split split)
            implements EscrowAnswer {}

    /** The frozen money stays where it is. */
    record OutcomeRejected(EscrowId escrow, DisputeId dispute, EscrowRejection reason, Instant at)
            implements EscrowAnswer {}
}
