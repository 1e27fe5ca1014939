package guildhall.payment.refund;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;

/**
 * What was asked for.
 *
 * @param payment the top-up that goes back, or a part of it
 * @param reason in the words of the owner
 */
public record RefundOrder(
        CardRefundId id,
        PaymentIntentId payment,
        Side owner,
        Money amount,
        String reason,
        Instant requestedAt) {
    public RefundOrder {
        if (amount.isZero()) {
            throw new IllegalArgumentException("A refund of nothing");
        }
    }
}
