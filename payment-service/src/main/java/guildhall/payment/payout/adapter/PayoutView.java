package guildhall.payment.payout.adapter;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.approval.RulingView;
import guildhall.payment.payout.Payout.Cancelled;
import guildhall.payment.payout.Payout.Completed;
import guildhall.payment.payout.Payout.Failed;
import guildhall.payment.payout.Payout.Pending;
import guildhall.payment.payout.Payout.Processing;
import guildhall.payment.payout.Payout.Requested;
import guildhall.payment.payout.Payout.Returned;
import guildhall.payment.payout.Review.Approved;
import guildhall.payment.payout.Review.Awaited;
import guildhall.payment.payout.Review.Declined;
import guildhall.payment.payout.Review.NotNeeded;
import guildhall.payment.payout.Speed;
import guildhall.runtime.security.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record PayoutView(
        UUID id,
        PayoutStatus status,
        Party owner,
        UUID accountId,
        @Schema(description = "What leaves the wallet") Money amount,
        @Schema(description = "The part of it that the platform keeps") Money fee,
        @Schema(description = "What arrives") Money net,
        Speed speed,
        @Schema(description = "Whether somebody of finance has to approve it first")
                boolean awaitsReview,
        @Schema(description = "Who has approved it so far, and why; for staff only")
                @Nullable List<RulingView> approvals,
        @Schema(description = "Who has turned it down, and why; for staff only")
                @Nullable RulingView refusal,
        @Schema(description = "Why the money is in the wallet again; only when FAILED or RETURNED")
                @Nullable String failure,
        Instant requestedAt) {

    /** As its owner sees it. */
    static PayoutView of(Requested payout) {
        return of(payout, null, null);
    }

    static PayoutView forStaff(Requested payout) {
        return switch (payout.review()) {
            case NotNeeded _ -> of(payout, List.of(), null);
            case Awaited(var approvals) -> of(payout, RulingView.of(approvals), null);
            case Approved(var approvals) -> of(payout, RulingView.of(approvals), null);
            case Declined(var approvals, var ruling) ->
                    of(payout, RulingView.of(approvals), RulingView.of(ruling));
        };
    }

    static PayoutView seenBy(Caller caller, Requested payout) {
        return isStaff(caller) ? forStaff(payout) : of(payout);
    }

    private static PayoutView of(
            Requested payout, @Nullable List<RulingView> approvals, @Nullable RulingView refusal) {
        var order = payout.order();
        return new PayoutView(
                order.id().value(),
                PayoutStatus.of(payout),
                order.owner().party(),
                order.account().value(),
                order.amount(),
                order.fee(),
                order.net(),
                order.speed(),
                payout instanceof Pending pending && pending.review() instanceof Awaited,
                approvals,
                refusal,
                failure(payout),
                order.requestedAt());
    }

    private static @Nullable String failure(Requested payout) {
        return switch (payout) {
            case Failed failed -> failed.reason();
            case Returned returned -> returned.reason();
            case Pending _, Processing _, Completed _, Cancelled _ -> null;
        };
    }

    boolean isVisibleTo(Caller caller) {
        return caller.actsFor(owner) || isStaff(caller);
    }

    private static boolean isStaff(Caller caller) {
        return caller.isStaff("FINANCE_OPS", "SUPPORT_AGENT", "ADMIN");
    }
}
