package guildhall.payment.refund.adapter;

import guildhall.messages.payment.RefundEvents;
import guildhall.messages.payment.RefundEvents.RefundFailedV1;
import guildhall.messages.payment.RefundEvents.RefundProcessedV1;
import guildhall.messages.payment.RefundEvents.RefundRejectedV1;
import guildhall.messages.payment.RefundEvents.RefundRequestedV1;
import guildhall.payment.refund.RefundEvent;
import guildhall.payment.refund.RefundEvent.RefundApproved;
import guildhall.payment.refund.RefundEvent.RefundApprovedOnce;
import guildhall.payment.refund.RefundEvent.RefundFailed;
import guildhall.payment.refund.RefundEvent.RefundProcessed;
import guildhall.payment.refund.RefundEvent.RefundRejected;
import guildhall.payment.refund.RefundEvent.RefundRequested;
import guildhall.payment.refund.RefundEvent.RefundReturned;
import guildhall.payment.refund.RefundOrder;
import java.time.Instant;
import java.util.Optional;

/** What the others are told. */
final class RefundMessages {

    /** Empty for steps that are nobody else's business. */
    static Optional<RefundEvents> of(RefundEvent event) {
        var order = event.order();
        var owner = order.owner();
        return switch (event) {
            case RefundRequested _ ->
                    Optional.of(
                            new RefundRequestedV1(
                                    order.id(),
                                    owner.party(),
                                    owner.user(),
                                    order.payment(),
                                    order.amount(),
                                    order.requestedAt()));
            case RefundProcessed(_, _, var at) ->
                    Optional.of(
                            new RefundProcessedV1(
                                    order.id(),
                                    owner.party(),
                                    owner.user(),
                                    order.payment(),
                                    order.amount(),
                                    at));
            case RefundRejected(_, var ruling) ->
                    Optional.of(
                            new RefundRejectedV1(
                                    order.id(),
                                    owner.party(),
                                    owner.user(),
                                    order.payment(),
                                    order.amount(),
                                    ruling.reason(),
                                    ruling.at()));
            case RefundFailed(_, var reason, var at) -> Optional.of(failed(order, reason, at));
            case RefundReturned(_, var reason, var at) -> Optional.of(failed(order, reason, at));
            case RefundApprovedOnce _, RefundApproved _ -> Optional.empty();
        };
    }

    private static RefundFailedV1 failed(RefundOrder order, String reason, Instant at) {
        return new RefundFailedV1(
                order.id(),
                order.owner().party(),
                order.owner().user(),
                order.payment(),
                order.amount(),
                reason,
                at);
    }

    private RefundMessages() {}
}
