package guildhall.payment.stripe;

import guildhall.messages.id.CardRefundId;
import guildhall.payment.refund.RefundReport;
import guildhall.payment.refund.RefundReport.RefundRefused;
import guildhall.payment.refund.RefundReport.RefundSent;
import guildhall.payment.refund.RefundReport.RefundUnderway;
import java.util.Locale;

/**
 * A Refund as far as it matters here.
 *
 * @param amount in Stripe's units
 * @param failure Stripe's reason; empty when it has not failed
 */
public record StripeRefund(String id, String status, long amount, String currency, String failure) {

    /** How it stands. What has succeeded can still fail, when the bank sends the money back. */
    public RefundReport report(CardRefundId refund) {
        return switch (status) {
            case "succeeded" -> new RefundSent(refund, id, StripeMoney.money(amount, currency));
            case "failed", "canceled" -> new RefundRefused(refund, reason());
            default -> new RefundUnderway(refund);
        };
    }

    /** In our words: {@code EXPIRED_OR_CANCELED_CARD}. */
    private String reason() {
        return failure.isEmpty() ? "CANCELLED" : failure.toUpperCase(Locale.ROOT);
    }
}
