package guildhall.payment.refund.adapter;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.approval.RulingView;
import guildhall.payment.refund.Refund.Allowed;
import guildhall.payment.refund.Refund.Approval;
import guildhall.payment.refund.Refund.Approval.Automatic;
import guildhall.payment.refund.Refund.Approval.ByStaff;
import guildhall.payment.refund.Refund.Approved;
import guildhall.payment.refund.Refund.Failed;
import guildhall.payment.refund.Refund.Pending;
import guildhall.payment.refund.Refund.Processed;
import guildhall.payment.refund.Refund.Rejected;
import guildhall.payment.refund.Refund.Requested;
import guildhall.runtime.security.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record RefundView(
        UUID id,
        RefundStatus status,
        Party owner,
        UUID topUpId,
        Money amount,
        @Schema(description = "Of the request") String reason,
        @Schema(description = "Who has approved it so far, and why; for staff only")
                @Nullable List<RulingView> approvals,
        @Schema(description = "Who has turned it down, and why; for staff only")
                @Nullable RulingView refusal,
        @Schema(description = "Why not; only when REJECTED or FAILED") @Nullable String failure,
        Instant requestedAt) {

    /** As its owner sees it. */
    static RefundView of(Requested refund) {
        return of(refund, null, null);
    }

    static RefundView forStaff(Requested refund) {
        return switch (refund) {
            case Pending(_, var approvals) -> of(refund, RulingView.of(approvals), null);
            case Allowed allowed -> of(refund, approvals(allowed.approval()), null);
            case Rejected(_, var approvals, var ruling) ->
                    of(refund, RulingView.of(approvals), RulingView.of(ruling));
        };
    }

    private static List<RulingView> approvals(Approval approval) {
        return switch (approval) {
            case Automatic _ -> List.of();
            case ByStaff(var approvals) -> RulingView.of(approvals);
        };
    }

    static RefundView seenBy(Caller caller, Requested refund) {
        return isStaff(caller) ? forStaff(refund) : of(refund);
    }

    private static RefundView of(
            Requested refund, @Nullable List<RulingView> approvals, @Nullable RulingView refusal) {
        var order = refund.order();
        return new RefundView(
                order.id().value(),
                RefundStatus.of(refund),
                order.owner().party(),
                order.payment().value(),
                order.amount(),
                order.reason(),
                approvals,
                refusal,
                failure(refund),
                order.requestedAt());
    }

    private static @Nullable String failure(Requested refund) {
        return switch (refund) {
            case Rejected rejected -> rejected.ruling().reason();
            case Failed failed -> failed.reason();
            case Pending _, Approved _, Processed _ -> null;
        };
    }

    boolean isVisibleTo(Caller caller) {
        return caller.actsFor(owner) || isStaff(caller);
    }

    private static boolean isStaff(Caller caller) {
        return caller.isStaff("FINANCE_OPS", "SUPPORT_AGENT", "ADMIN");
    }
}
