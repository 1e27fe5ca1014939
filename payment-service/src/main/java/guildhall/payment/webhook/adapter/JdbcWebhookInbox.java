package guildhall.payment.webhook.adapter;

import static guildhall.runtime.sql.SqlTime.utc;
import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.payment.webhook.FactHandler;
import guildhall.payment.webhook.ProviderFact;
import guildhall.payment.webhook.WebhookEvent;
import guildhall.payment.webhook.WebhookInbox;
import guildhall.payment.webhook.WebhookOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcWebhookInbox implements WebhookInbox {
    private final JdbcClient jdbc;
    private final List<FactHandler<?>> handlers;
    private final MeterRegistry meters;
    private final Clock clock;

    JdbcWebhookInbox(
            JdbcClient jdbc, List<FactHandler<?>> handlers, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.handlers = List.copyOf(handlers);
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<WebhookOutcome> receive(WebhookEvent event) {
        if (isKnown(event)) {
            count(event, "REPLAYED");
            return Optional.empty();
        }
        var now = clock.instant().truncatedTo(MICROS);
        var outcome = handle(event, now);
        record(event, outcome, now);
        count(event, outcome.name());
        return Optional.of(outcome);
    }

    private WebhookOutcome handle(WebhookEvent event, Instant now) {
        try {
            return handle(event.fact(), now);
        } catch (RuntimeException failure) {
            count(event, "FAILED");
            throw failure;
        }
    }

    private WebhookOutcome handle(ProviderFact fact, Instant now) {
        for (var handler : handlers) {
            if (handler.facts().isInstance(fact)) {
                return tell(handler, fact, now);
            }
        }
        throw new IllegalStateException("Nobody takes a " + fact.getClass().getName());
    }

    private static <F extends ProviderFact> WebhookOutcome tell(
            FactHandler<F> handler, ProviderFact fact, Instant now) {
        return handler.handle(handler.facts().cast(fact), now);
    }

    private boolean isKnown(WebhookEvent event) {
        return jdbc.sql(
                        """
                        select exists (
                            select from webhook_event
                            where provider = :provider and event_id = :id
                        )
                        """)
                .param("provider", event.provider())
                .param("id", event.eventId())
                .query(Boolean.class)
                .single();
    }

    /**
     * Two deliveries at the same moment meet at the lock of what they are about, so the second one
     * has found nothing new by the time it comes here.
     */
    private void record(WebhookEvent event, WebhookOutcome outcome, Instant now) {
        jdbc.sql(
                        """
                        insert into webhook_event (provider, event_id, type, subject_id, outcome,
                            body, received_at)
                        values (:provider, :id, :type, :subject, :outcome, :body, :at)
                        on conflict do nothing
                        """)
                .param("provider", event.provider())
                .param("id", event.eventId())
                .param("type", event.type())
                .param("subject", event.fact().subject())
                .param("outcome", outcome.name())
                .param("body", event.body())
                .param("at", utc(now))
                .update();
    }

    private void count(WebhookEvent event, String outcome) {
        meters.counter(
                        "guildhall.payment.webhooks",
                        "provider",
                        event.provider(),
                        "outcome",
                        outcome)
                .increment();
    }
}
