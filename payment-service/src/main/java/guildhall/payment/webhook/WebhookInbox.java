package guildhall.payment.webhook;

import java.util.Optional;

/** Handles every event of every provider once. */
public interface WebhookInbox {
    /**
     * Records the event together with its effect. The caller has verified who sent it.
     *
     * @return what came of it; empty when it was received before
     */
    Optional<WebhookOutcome> receive(WebhookEvent event);
}
