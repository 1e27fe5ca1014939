package guildhall.payment.payout;

import guildhall.payment.approval.Approvals;
import guildhall.payment.approval.Ruling;
import java.time.Instant;

/** What happened to one payout. */
public sealed interface PayoutEvent {
    PayoutOrder order();

    record PayoutRequested(PayoutOrder order, boolean needsReview) implements PayoutEvent {}

    /** Somebody else has to approve as well. */
    record PayoutApprovedOnce(PayoutOrder order, Approvals approvals) implements PayoutEvent {}

    record PayoutApproved(PayoutOrder order, Approvals approvals) implements PayoutEvent {}

    /** By the review. */
    record PayoutDeclined(PayoutOrder order, Ruling ruling) implements PayoutEvent {}

    record PayoutSubmitted(PayoutOrder order, int attempt, Instant at) implements PayoutEvent {}

    /** Refused for the moment. */
    record PayoutPostponed(PayoutOrder order, int attempt, String reason, Instant until)
            implements PayoutEvent {}

    record PayoutCompleted(PayoutOrder order, String reference, Instant at)
            implements PayoutEvent {}

    /** The bank has sent it back. */
    record PayoutReturned(PayoutOrder order, String reason, Instant at) implements PayoutEvent {}

    /**
     * @param isDestinationRejected whether the account is to blame
     */
    record PayoutFailed(PayoutOrder order, String reason, boolean isDestinationRejected, Instant at)
            implements PayoutEvent {}

    record PayoutCancelled(PayoutOrder order, Instant at) implements PayoutEvent {}
}
