package guildhall.contract.release;

import guildhall.contract.milestone.Payment;
import guildhall.messages.id.ReleaseId;
import java.time.Instant;

/** What a release process can hear. */
public sealed interface ReleaseSignal {
    /** An answer of payment; it may be late, repeated, or about another release. */
    sealed interface Answer extends ReleaseSignal {
        ReleaseId release();
    }

    record WorkApproved(ReleaseOrder order, Instant at) implements ReleaseSignal {}

    record EscrowReleased(ReleaseId release, Payment payment) implements Answer {}

    record ReleaseRejected(ReleaseId release, String reason, Instant at) implements Answer {}

    record DeadlinePassed(Instant at) implements ReleaseSignal {}

    record RetryOrdered(Instant at) implements ReleaseSignal {}

    record SkipOrdered(Instant at) implements ReleaseSignal {}

    record CompensationOrdered(Instant at) implements ReleaseSignal {}
}
