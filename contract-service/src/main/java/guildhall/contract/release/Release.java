package guildhall.contract.release;

import java.time.Instant;

/** How far the payment of one approved milestone is. */
public sealed interface Release {
    record NotApproved() implements Release {}

    sealed interface Ordered extends Release {
        ReleaseOrder order();
    }

    /** The talent is not paid yet. */
    sealed interface Unpaid extends Ordered {}

    /**
     * @param repeated how often the command was sent again
     * @param problem why payment refused last, or NO_ANSWER
     * @param answerBy when to send it again
     */
    record Releasing(ReleaseOrder order, int repeated, String problem, Instant answerBy)
            implements Unpaid {}

    /** A dispute holds the money. The approval stands and is asked for again. */
    record Frozen(ReleaseOrder order, Instant knockAt) implements Unpaid {}

    record Stuck(ReleaseOrder order, String problem, Instant knockAt) implements Unpaid {}

    record Released(ReleaseOrder order) implements Ordered {}
}
