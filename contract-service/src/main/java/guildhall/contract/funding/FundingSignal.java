package guildhall.contract.funding;

import guildhall.contract.agreement.CancellationReason;
import guildhall.messages.id.EscrowId;
import java.time.Instant;

/** What a funding process can hear. */
public sealed interface FundingSignal {
    Instant at();

    /** An answer of payment; it may be late, repeated, or about an escrow that was given up. */
    sealed interface Answer extends FundingSignal {
        EscrowId escrow();
    }

    /**
     * The client (or the hire itself) wants the milestone funded.
     *
     * @param order used when there is no open order yet
     */
    record FundingRequested(EscrowOrder order, Instant fundBefore, Instant at)
            implements FundingSignal {}

    record EscrowFunded(EscrowId escrow, Instant at) implements Answer {}

    record EscrowFundingFailed(EscrowId escrow, int attempt, String reason, Instant at)
            implements Answer {}

    record EscrowCancelled(EscrowId escrow, Instant at) implements Answer {}

    /** The milestone or its contract is given up. */
    record CancellationRequested(CancellationReason reason, Instant at) implements FundingSignal {}

    record DeadlinePassed(Instant at) implements FundingSignal {}

    record RetryOrdered(Instant at) implements FundingSignal {}

    record SkipOrdered(Instant at) implements FundingSignal {}

    record CompensationOrdered(Instant at) implements FundingSignal {}
}
