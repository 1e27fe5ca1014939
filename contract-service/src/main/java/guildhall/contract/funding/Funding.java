package guildhall.contract.funding;

import guildhall.contract.agreement.CancellationReason;
import java.time.Instant;

/** How far the funding of one milestone is. */
public sealed interface Funding {
    record NotRequested() implements Funding {}

    /** An escrow was ordered, now or once. */
    sealed interface Ordered extends Funding {
        EscrowOrder order();
    }

    /** The money may still come. */
    sealed interface Open extends Ordered {
        int attempt();

        Instant fundBefore();
    }

    /**
     * @param repeated how often the command was sent again
     * @param answerBy when to send it again
     */
    record Requested(
            EscrowOrder order, int attempt, int repeated, Instant answerBy, Instant fundBefore)
            implements Open {}

    /**
     * @param fault what operators should look at: NO_ANSWER, or a refusal that no client can heal
     */
    record Unanswered(
            EscrowOrder order, int attempt, String fault, Instant knockAt, Instant fundBefore)
            implements Open {}

    record Refused(EscrowOrder order, int attempt, String reason, Instant fundBefore)
            implements Open {}

    /** Nothing may stay in the escrow. */
    sealed interface BeingClosed extends Ordered {
        CancellationReason reason();
    }

    record Closing(EscrowOrder order, CancellationReason reason, int repeated, Instant answerBy)
            implements BeingClosed {}

    record CloseUnanswered(EscrowOrder order, CancellationReason reason, Instant knockAt)
            implements BeingClosed {}

    record Funded(EscrowOrder order) implements Ordered {}

    record Closed(EscrowOrder order, CancellationReason reason) implements Ordered {}
}
