package guildhall.payment.refund.adapter;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.refund.Refund.Approved;
import guildhall.payment.refund.Refund.Failed;
import guildhall.payment.refund.Refund.Pending;
import guildhall.payment.refund.Refund.Processed;
import guildhall.payment.refund.Refund.Rejected;
import guildhall.payment.refund.Refund.Requested;
import guildhall.runtime.security.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record RefundView(
        UUID id,
        RefundStatus status,
        Party owner,
        UUID topUpId,
        Money amount,
        @Schema(description = "Of the request") String reason,
        @Schema(description = "Why not; only when REJECTED or FAILED") @Nullable String failure,
        Instant requestedAt) {

    static RefundView of(Requested refund) {
        var order = refund.order();
        return new RefundView(
                order.id().value(),
                RefundStatus.of(refund),
                order.owner().party(),
                order.payment().value(),
                order.amount(),
                order.reason(),
                failure(refund),
                order.requestedAt());
    }

    private static @Nullable String failure(Requested refund) {
        return switch (refund) {
            case Rejected rejected -> rejected.reason();
            case Failed failed -> failed.reason();
            case Pending _, Approved _, Processed _ -> null;
        };
    }

    boolean isVisibleTo(Caller caller) {
        return caller.actsFor(owner) || caller.isStaff("FINANCE_OPS", "SUPPORT_AGENT", "ADMIN");
    }
}
