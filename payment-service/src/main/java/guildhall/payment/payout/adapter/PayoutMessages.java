package guildhall.payment.payout.adapter;

import guildhall.messages.payment.PayoutEvents;
import guildhall.messages.payment.PayoutEvents.PayoutCancelledV1;
import guildhall.messages.payment.PayoutEvents.PayoutCompletedV1;
import guildhall.messages.payment.PayoutEvents.PayoutFailedV1;
import guildhall.messages.payment.PayoutEvents.PayoutRequestedV1;
import guildhall.messages.payment.PayoutEvents.PayoutReturnedV1;
import guildhall.payment.payout.PayoutDecider;
import guildhall.payment.payout.PayoutEvent;
import guildhall.payment.payout.PayoutEvent.PayoutApproved;
import guildhall.payment.payout.PayoutEvent.PayoutApprovedOnce;
import guildhall.payment.payout.PayoutEvent.PayoutCancelled;
import guildhall.payment.payout.PayoutEvent.PayoutCompleted;
import guildhall.payment.payout.PayoutEvent.PayoutDeclined;
import guildhall.payment.payout.PayoutEvent.PayoutFailed;
import guildhall.payment.payout.PayoutEvent.PayoutPostponed;
import guildhall.payment.payout.PayoutEvent.PayoutRequested;
import guildhall.payment.payout.PayoutEvent.PayoutReturned;
import guildhall.payment.payout.PayoutEvent.PayoutSubmitted;
import guildhall.payment.payout.PayoutOrder;
import java.time.Instant;
import java.util.Optional;

/** What the others are told. */
final class PayoutMessages {

    /** Empty for steps that are nobody else's business. */
    static Optional<PayoutEvents> of(PayoutEvent event) {
        return switch (event) {
            case PayoutRequested(var order, _) -> Optional.of(requested(order));
            case PayoutCompleted(var order, _, var at) -> Optional.of(completed(order, at));
            case PayoutReturned(var order, var reason, var at) ->
                    Optional.of(returned(order, reason, at));
            case PayoutFailed(var order, var reason, _, var at) ->
                    Optional.of(failed(order, reason, at));
            case PayoutDeclined(var order, var ruling) ->
                    Optional.of(failed(order, PayoutDecider.DECLINED_BY_REVIEW, ruling.at()));
            case PayoutCancelled(var order, var at) -> Optional.of(cancelled(order, at));
            case PayoutApprovedOnce _, PayoutApproved _, PayoutSubmitted _, PayoutPostponed _ ->
                    Optional.empty();
        };
    }

    private static PayoutEvents requested(PayoutOrder order) {
        return new PayoutRequestedV1(
                order.id(),
                order.owner().party(),
                order.owner().user(),
                order.account(),
                order.amount(),
                order.fee(),
                order.speed().name(),
                order.requestedAt());
    }

    private static PayoutEvents completed(PayoutOrder order, Instant at) {
        return new PayoutCompletedV1(
                order.id(),
                order.owner().party(),
                order.owner().user(),
                order.account(),
                order.amount(),
                order.fee(),
                at);
    }

    private static PayoutEvents returned(PayoutOrder order, String reason, Instant at) {
        return new PayoutReturnedV1(
                order.id(),
                order.owner().party(),
                order.owner().user(),
                order.account(),
                order.amount(),
                order.fee(),
                reason,
                at);
    }

    private static PayoutEvents failed(PayoutOrder order, String reason, Instant at) {
        return new PayoutFailedV1(
                order.id(),
                order.owner().party(),
                order.owner().user(),
                order.account(),
                order.amount(),
                order.fee(),
                reason,
                at);
    }

    private static PayoutEvents cancelled(PayoutOrder order, Instant at) {
        return new PayoutCancelledV1(
                order.id(),
                order.owner().party(),
                order.owner().user(),
                order.account(),
                order.amount(),
                order.fee(),
                at);
    }

    private PayoutMessages() {}
}
