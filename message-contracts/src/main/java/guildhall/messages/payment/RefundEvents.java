package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import java.time.Instant;

/** Facts about payments that go back to the card they came from. The key is the refund. */
@Topic("payment.refund.events")
public sealed interface RefundEvents extends Message {
    CardRefundId refundId();

    @Override
    default String key() {
        return refundId().toString();
    }

    /** Somebody wants a payment back, or a part of it. */
    @MessageType("payment.refund-requested.v1")
    record RefundRequestedV1(
            CardRefundId refundId,
            Party owner,
            UserId user,
            PaymentIntentId paymentIntentId,
            Money amount,
            Instant requestedAt)
            implements RefundEvents {}

    /** The provider has sent the money back. */
    @MessageType("payment.refund-processed.v1")
    record RefundProcessedV1(
            CardRefundId refundId,
            Party owner,
            UserId user,
            PaymentIntentId paymentIntentId,
            Money amount,
            Instant processedAt)
            implements RefundEvents {}

    /** Staff decided against it; the money stays in the wallet. */
    @MessageType("payment.refund-rejected.v1")
    record RefundRejectedV1(
            CardRefundId refundId,
            Party owner,
            UserId user,
            PaymentIntentId paymentIntentId,
            Money amount,
            String reason,
            Instant rejectedAt)
            implements RefundEvents {}

    /** The provider could not do it; the money is in the wallet again. */
    @MessageType("payment.refund-failed.v1")
    record RefundFailedV1(
            CardRefundId refundId,
            Party owner,
            UserId user,
            PaymentIntentId paymentIntentId,
            Money amount,
            String reason,
            Instant failedAt)
            implements RefundEvents {}
}
