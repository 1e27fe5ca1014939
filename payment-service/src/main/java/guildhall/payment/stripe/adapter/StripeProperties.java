package guildhall.payment.stripe.adapter;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param secretKey of the API; only from the environment: STRIPE_SECRET_KEY
 * @param webhookSecret of the webhook endpoint; only from the environment: STRIPE_WEBHOOK_SECRET
 * @param apiBase where the API is
 * @param connectTimeout of a request
 * @param readTimeout of a request
 * @param retries of a request that did not arrive, with the same idempotency key
 * @param tolerance how old a webhook may be
 * @param retryEvery how often to look for events that have to be handled again
 * @param firstRetryAfter when an event is handled again that failed; then after twice as long each
 *     time
 * @param mostTries how often an event is handled before it waits for staff
 * @param returnUrl where Stripe sends an owner back to who has answered its questions
 */
@WithStripe
@Validated
@ConfigurationProperties("guildhall.payment.stripe")
record StripeProperties(
        @NotBlank(message = "STRIPE_SECRET_KEY is missing") String secretKey,
        @NotBlank(message = "STRIPE_WEBHOOK_SECRET is missing") String webhookSecret,
        @DefaultValue("https://api.stripe.com") URI apiBase,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("1") int retries,
        @DefaultValue("5m") Duration tolerance,
        @DefaultValue("5s") Duration retryEvery,
        @DefaultValue("10s") Duration firstRetryAfter,
        @DefaultValue("12") int mostTries,
        @DefaultValue("https://guildhall.example/payouts") URI returnUrl) {
    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "StripeProperties[" + apiBase + "]";
    }
}
