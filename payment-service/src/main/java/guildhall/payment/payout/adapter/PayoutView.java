package guildhall.payment.payout.adapter;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.payout.Payout.Failed;
import guildhall.payment.payout.Payout.Pending;
import guildhall.payment.payout.Payout.Requested;
import guildhall.payment.payout.Review.Awaited;
import guildhall.payment.payout.Speed;
import guildhall.runtime.security.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
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
        @Schema(description = "Why nothing was paid; only when FAILED") @Nullable String failure,
        Instant requestedAt) {

    static PayoutView of(Requested payout) {
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
                payout instanceof Failed failed ? failed.reason() : null,
                order.requestedAt());
    }

    boolean isVisibleTo(Caller caller) {
        return caller.actsFor(owner) || caller.isStaff("FINANCE_OPS", "SUPPORT_AGENT", "ADMIN");
    }
}
