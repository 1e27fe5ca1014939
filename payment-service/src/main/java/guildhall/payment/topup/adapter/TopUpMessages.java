package guildhall.payment.topup.adapter;

import guildhall.messages.payment.WalletEvents.PaymentActionRequiredV1;
import guildhall.messages.payment.WalletEvents.PaymentCancelledV1;
import guildhall.messages.payment.WalletEvents.PaymentFailedV1;
import guildhall.messages.payment.WalletEvents.PaymentSucceededV1;
import guildhall.payment.topup.PaymentIntent.Abandoned;
import guildhall.payment.topup.TopUp;
import guildhall.payment.topup.TopUpEvent.PayerAsked;
import guildhall.payment.topup.TopUpEvent.TopUpAbandoned;
import guildhall.payment.topup.TopUpEvent.TopUpCancelled;
import guildhall.payment.topup.TopUpEvent.TopUpDeclined;
import guildhall.payment.topup.TopUpEvent.TopUpSucceeded;
import java.time.Instant;

/** What the others are told. */
final class TopUpMessages {
    static PaymentActionRequiredV1 of(PayerAsked event, Instant deadline) {
        var topUp = event.topUp();
        return new PaymentActionRequiredV1(
                topUp.owner().party(),
                topUp.owner().user(),
                topUp.id(),
                topUp.amount(),
                deadline,
                event.at());
    }

    static PaymentSucceededV1 of(TopUpSucceeded event) {
        var topUp = event.topUp();
        return new PaymentSucceededV1(
                topUp.owner().party(),
                topUp.owner().user(),
                topUp.id(),
                topUp.amount(),
                event.at());
    }

    static PaymentFailedV1 of(TopUpDeclined event) {
        return failed(event.topUp(), event.reason(), event.at());
    }

    static PaymentFailedV1 of(TopUpAbandoned event) {
        return failed(event.topUp(), Abandoned.REASON, event.at());
    }

    private static PaymentFailedV1 failed(TopUp topUp, String reason, Instant at) {
        return new PaymentFailedV1(
                topUp.owner().party(),
                topUp.owner().user(),
                topUp.id(),
                topUp.amount(),
                reason,
                at);
    }

    static PaymentCancelledV1 of(TopUpCancelled event) {
        var topUp = event.topUp();
        return new PaymentCancelledV1(
                topUp.owner().party(),
                topUp.owner().user(),
                topUp.id(),
                topUp.amount(),
                event.by().name(),
                event.at());
    }

    private TopUpMessages() {}
}
