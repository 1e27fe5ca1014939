package guildhall.payment.webhook;

import java.time.Instant;

/** Declared as a bean: what the facts of one kind lead to. */
public interface FactHandler<F extends ProviderFact> {
    /** The type of all facts that this handler takes. */
    Class<F> facts();

    /** Runs in the transaction that records the event. */
    WebhookOutcome handle(F fact, Instant at);
}
