package guildhall.payment.stripe;

import guildhall.payment.topup.Cancellation;
import guildhall.payment.topup.ProviderCharge;
import guildhall.payment.topup.ProviderCharge.AwaitsPayer;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.ProviderCharge.Ended;
import guildhall.payment.topup.ProviderCharge.Refused;
import guildhall.payment.topup.ProviderCharge.Underway;
import java.util.Locale;

/**
 * A PaymentIntent as far as it matters here.
 *
 * @param received what was captured, in Stripe's units
 * @param failure Stripe's code of the last failed attempt; empty when none failed
 * @param cancellation why it was cancelled, in Stripe's words; empty when it was not, or for no
 *     reason
 */
public record StripeIntent(
        String id,
        String status,
        long received,
        String currency,
        String failure,
        String cancellation) {

    /**
     * How the charge stands; a failed attempt counts only once nothing can follow it. One that is
     * ended because of that has failed.
     */
    public ProviderCharge charge() {
        return switch (status) {
            case "succeeded" -> new Captured(id, StripeMoney.money(received, currency));
            case "canceled" ->
                    failure.isEmpty() ? new Ended(id, endedBy()) : new Refused(id, reason());
            default -> awaitsPayer() ? new AwaitsPayer(id) : new Underway(id);
        };
    }

    /** Whether nothing happens until the payer has done something. */
    public boolean awaitsPayer() {
        return status.equals("requires_payment_method")
                || status.equals("requires_confirmation")
                || status.equals("requires_action");
    }

    /** Whether an attempt failed and another one could still succeed. */
    public boolean mayBeTriedAgain() {
        return status.equals("requires_payment_method") && !failure.isEmpty();
    }

    /** Stripe itself may not say any more why an attempt failed. */
    public StripeIntent failedWith(String code) {
        return new StripeIntent(id, status, received, currency, code, cancellation);
    }

    private Cancellation endedBy() {
        return switch (cancellation) {
            case "requested_by_customer" -> Cancellation.PAYER;
            case "abandoned" -> Cancellation.TIME_OUT;
            default -> Cancellation.PROVIDER;
        };
    }

    /** In our words: {@code CARD_DECLINED}, {@code INSUFFICIENT_FUNDS}. */
    private String reason() {
        return failure.toUpperCase(Locale.ROOT);
    }
}
