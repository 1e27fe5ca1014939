package guildhall.payment.payout.adapter;

import guildhall.payment.payout.Payout.Cancelled;
import guildhall.payment.payout.Payout.Completed;
import guildhall.payment.payout.Payout.Failed;
import guildhall.payment.payout.Payout.Pending;
import guildhall.payment.payout.Payout.Processing;
import guildhall.payment.payout.Payout.Requested;
import guildhall.payment.payout.Payout.Returned;

/** The states as the database and clients see them. */
enum PayoutStatus {
    PENDING,
    PROCESSING,
    COMPLETED,
    RETURNED,
    FAILED,
    CANCELLED;

    static PayoutStatus of(Requested payout) {
        return switch (payout) {
            case Pending _ -> PENDING;
            case Processing _ -> PROCESSING;
            case Completed _ -> COMPLETED;
            case Returned _ -> RETURNED;
            case Failed _ -> FAILED;
            case Cancelled _ -> CANCELLED;
        };
    }
}
