package guildhall.payment.adjustment.adapter;

import guildhall.messages.id.AdjustmentId;
import guildhall.payment.adjustment.AdjustmentEvent;
import guildhall.payment.adjustment.AdjustmentRejection;
import guildhall.payment.adjustment.Correction;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.security.Caller;
import java.util.UUID;

/** Lets tests of other packages in. */
public class AdjustmentDoor {
    private static final String REASON = "Ticket 7";

    private final AdjustmentDesk desk;

    AdjustmentDoor(AdjustmentDesk desk) {
        this.desk = desk;
    }

    public Decision<AdjustmentEvent, AdjustmentRejection> request(
            AdjustmentId id, Correction correction, Caller by) {
        return desk.request(id, correction, REASON, by);
    }

    public Decision<AdjustmentEvent, AdjustmentRejection> requestReversal(
            AdjustmentId id, UUID journal, Caller by) {
        return desk.requestReversal(id, journal, REASON, by);
    }

    public Decision<AdjustmentEvent, AdjustmentRejection> approve(AdjustmentId id, Caller by) {
        return desk.approve(id, REASON, by);
    }

    public Decision<AdjustmentEvent, AdjustmentRejection> turnDown(AdjustmentId id, Caller by) {
        return desk.turnDown(id, REASON, by);
    }

    public Decision<AdjustmentEvent, AdjustmentRejection> withdraw(AdjustmentId id, Caller by) {
        return desk.withdraw(id, REASON, by);
    }
}
