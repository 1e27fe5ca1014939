package guildhall.payment.adjustment;

import guildhall.payment.approval.Ruling;
import java.time.Instant;

public sealed interface AdjustmentEvent {
    AdjustmentRequest request();

    record AdjustmentRequested(AdjustmentRequest request) implements AdjustmentEvent {}

    record AdjustmentPosted(AdjustmentRequest request, Ruling ruling) implements AdjustmentEvent {}

    record AdjustmentTurnedDown(AdjustmentRequest request, Ruling ruling)
            implements AdjustmentEvent {}

    record AdjustmentWithdrawn(AdjustmentRequest request, Ruling ruling)
            implements AdjustmentEvent {}

    record AdjustmentExpired(AdjustmentRequest request, Instant at) implements AdjustmentEvent {}
}
