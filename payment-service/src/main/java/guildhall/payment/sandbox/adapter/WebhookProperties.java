package guildhall.payment.sandbox.adapter;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param secret shared with the provider; GUILDHALL_WEBHOOK_SECRET
 * @param tolerance how old, or how far ahead of our clock, a signature may be
 */
@WithSandbox
@Validated
@ConfigurationProperties("guildhall.payment.webhook")
record WebhookProperties(
        @Size(min = 16, message = "GUILDHALL_WEBHOOK_SECRET must have 16 characters or more")
                String secret,
        @DefaultValue("5m") Duration tolerance) {}
