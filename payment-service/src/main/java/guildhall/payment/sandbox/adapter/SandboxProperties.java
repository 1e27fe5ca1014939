package guildhall.payment.sandbox.adapter;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param settlesAfter how long a charge takes
 * @param webhookUrl where events are delivered to; this instance itself when null
 * @param pollEvery how late a delivery may be
 */
@WithSandbox
@ConfigurationProperties("guildhall.payment.sandbox")
record SandboxProperties(
        @DefaultValue("400ms") Duration settlesAfter,
        @Nullable URI webhookUrl,
        @DefaultValue("200ms") Duration pollEvery) {}
