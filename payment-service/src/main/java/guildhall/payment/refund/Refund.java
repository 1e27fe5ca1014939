package guildhall.payment.refund;

import guildhall.payment.approval.Approvals;
import guildhall.payment.approval.Ruling;
import java.time.Instant;

/** The states of one refund. */
public sealed interface Refund {
    record Absent() implements Refund {}

    sealed interface Requested extends Refund {
        RefundOrder order();
    }

    /**
     * For finance to decide.
     *
     * @param approvals that are not enough yet
     */
    record Pending(RefundOrder order, Approvals approvals) implements Requested {}

    /** Was approved once; by whom stays known when the provider has answered. */
    sealed interface Allowed extends Requested {
        Approval approval();
    }

    /** The money is in transit and the provider is at work, or will be asked. */
    record Approved(RefundOrder order, Approval approval, Instant at) implements Allowed {}

    /**
     * @param approvals that came before
     */
    record Rejected(RefundOrder order, Approvals approvals, Ruling ruling) implements Requested {}

    /**
     * @param reference the provider's own id of the refund
     */
    record Processed(RefundOrder order, Approval approval, String reference, Instant at)
            implements Allowed {}

    /** The money is in the wallet again. */
    record Failed(RefundOrder order, Approval approval, String reason, Instant at)
            implements Allowed {}

    /** Who approved. */
    sealed interface Approval {
        /** Only money that was paid in and not used is concerned. */
        record Automatic() implements Approval {}

        record ByStaff(Approvals approvals) implements Approval {}
    }
}
