package guildhall.payment.stripe;

import guildhall.payment.topup.ProviderCharge;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.ProviderCharge.Refused;
import guildhall.payment.topup.ProviderCharge.Underway;
import java.util.Locale;

/**
 * A PaymentIntent as far as it matters here.
 *
 * @param received what was captured, in Stripe's units
 * @param failure Stripe's code of the last failed attempt; empty when none failed
 */
public record StripeIntent(
        String id, String status, long received, String currency, String failure) {

    /** How the charge stands; a failed attempt counts only once nothing can follow it. */
    public ProviderCharge charge() {
        return switch (status) {
            case "succeeded" -> new Captured(id, StripeMoney.money(received, currency));
            case "canceled" -> new Refused(id, reason());
            default -> new Underway(id);
        };
    }

    /** Whether an attempt failed and another one could still succeed. */
    public boolean mayBeTriedAgain() {
        return status.equals("requires_payment_method") && !failure.isEmpty();
    }

    /** In our words: {@code CARD_DECLINED}, {@code INSUFFICIENT_FUNDS}. */
    public String reason() {
        return failure.isEmpty() ? "CANCELLED" : failure.toUpperCase(Locale.ROOT);
    }
}
