package guildhall.payment.refund.adapter;

import guildhall.payment.refund.Refund.Approved;
import guildhall.payment.refund.Refund.Failed;
import guildhall.payment.refund.Refund.Pending;
import guildhall.payment.refund.Refund.Processed;
import guildhall.payment.refund.Refund.Rejected;
import guildhall.payment.refund.Refund.Requested;

/** The states as the database and clients see them. */
enum RefundStatus {
    PENDING,
    APPROVED,
    REJECTED,
    PROCESSED,
    FAILED;

    static RefundStatus of(Requested refund) {
        return switch (refund) {
            case Pending _ -> PENDING;
            case Approved _ -> APPROVED;
            case Rejected _ -> REJECTED;
            case Processed _ -> PROCESSED;
            case Failed _ -> FAILED;
        };
    }
}
