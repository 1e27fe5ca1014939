package guildhall.payment.refund;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.money.Money;
import guildhall.payment.approval.Ruling;
import guildhall.payment.topup.PaymentIntent;
import java.time.Instant;

public sealed interface RefundCommand {
    CardRefundId refund();

    /**
     * @param payment what shall go back
     * @param means what there is at this moment
     */
    record RequestRefund(RefundOrder order, PaymentIntent payment, Means means)
            implements RefundCommand {
        @Override
        public CardRefundId refund() {
            return order.id();
        }
    }

    /**
     * @param available what is in the wallet
     * @param earned what may have come into the wallet otherwise than from a card
     * @param usedUp what was refunded or charged back of the payment, or is about to be
     * @param hasOpenRefund of the same payment
     * @param owesUs whether the party has a debt to the platform
     * @param isFrozen whether nothing may leave the wallet
     */
    record Means(
            Money available,
            Money earned,
            Money usedUp,
            boolean hasOpenRefund,
            boolean owesUs,
            boolean isFrozen) {}

    /**
     * @param available what is in the wallet at this moment
     * @param isFrozen whether nothing may leave it
     */
    record ApproveRefund(CardRefundId refund, Ruling ruling, Money available, boolean isFrozen)
            implements RefundCommand {}

    record RejectRefund(CardRefundId refund, Ruling ruling) implements RefundCommand {}

    record ConfirmRefunded(CardRefundId refund, String reference, Money amount, Instant at)
            implements RefundCommand {}

    record ConfirmRefundFailed(CardRefundId refund, String reason, Instant at)
            implements RefundCommand {}
}
