package guildhall.payment.sandbox.adapter;

import java.net.URI;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where webhooks go: to the configured address, or to the port that this instance listens on. */
@WithSandbox
@Component
class WebhookAddress {
    private final SandboxProperties properties;
    private final Environment environment;

    WebhookAddress(SandboxProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** Empty while the server has not started. */
    Optional<URI> get() {
        return Optional.ofNullable(properties.webhookUrl())
                .filter(url -> !url.toString().isEmpty())
                .or(() ->
                        Optional.ofNullable(environment.getProperty("local.server.port"))
                                .map(WebhookAddress::ownAddress));
    }

    private static URI ownAddress(String port) {
        return URI.create("http://localhost:%s/v1/webhooks/sandbox".formatted(port));
    }
}
