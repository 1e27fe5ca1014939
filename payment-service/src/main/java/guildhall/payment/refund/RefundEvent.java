package guildhall.payment.refund;

import guildhall.payment.approval.Approvals;
import guildhall.payment.approval.Ruling;
import guildhall.payment.refund.Refund.Approval;
import java.time.Instant;

/** What happened to one refund. */
public sealed interface RefundEvent {
    RefundOrder order();

    record RefundRequested(RefundOrder order) implements RefundEvent {}

    /** Somebody else has to approve as well. */
    record RefundApprovedOnce(RefundOrder order, Approvals approvals) implements RefundEvent {}

    record RefundApproved(RefundOrder order, Approval approval, Instant at)
            implements RefundEvent {}

    record RefundRejected(RefundOrder order, Ruling ruling) implements RefundEvent {}

    record RefundProcessed(RefundOrder order, String reference, Instant at)
            implements RefundEvent {}

    /** It was processed, and the bank has sent it back after all. */
    record RefundReturned(RefundOrder order, String reason, Instant at) implements RefundEvent {}

    record RefundFailed(RefundOrder order, String reason, Instant at) implements RefundEvent {}
}
