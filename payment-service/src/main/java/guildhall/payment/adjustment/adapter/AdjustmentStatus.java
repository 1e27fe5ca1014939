package guildhall.payment.adjustment.adapter;

import guildhall.payment.adjustment.Adjustment.Expired;
import guildhall.payment.adjustment.Adjustment.Known;
import guildhall.payment.adjustment.Adjustment.Posted;
import guildhall.payment.adjustment.Adjustment.Requested;
import guildhall.payment.adjustment.Adjustment.TurnedDown;
import guildhall.payment.adjustment.Adjustment.Withdrawn;

/** The state of an adjustment as it is stored and shown. */
enum AdjustmentStatus {
    REQUESTED,
    POSTED,
    TURNED_DOWN,
    WITHDRAWN,
    EXPIRED;

    static AdjustmentStatus of(Known adjustment) {
        return switch (adjustment) {
            case Requested _ -> REQUESTED;
            case Posted _ -> POSTED;
            case TurnedDown _ -> TURNED_DOWN;
            case Withdrawn _ -> WITHDRAWN;
            case Expired _ -> EXPIRED;
        };
    }
}
