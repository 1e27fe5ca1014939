package guildhall.payment.adjustment;

import guildhall.payment.approval.Ruling;
import java.time.Instant;

/** The states of one adjustment. */
public sealed interface Adjustment {
    record Absent() implements Adjustment {}

    sealed interface Known extends Adjustment {
        AdjustmentRequest request();
    }

    record Requested(AdjustmentRequest request) implements Known {}

    record Posted(AdjustmentRequest request, Ruling ruling) implements Known {}

    record TurnedDown(AdjustmentRequest request, Ruling ruling) implements Known {}

    record Withdrawn(AdjustmentRequest request, Ruling ruling) implements Known {}

    record Expired(AdjustmentRequest request, Instant at) implements Known {}
}
