package guildhall.payment.webhook.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.payment.topup.TopUps;
import guildhall.payment.webhook.WebhookEvent;
import guildhall.payment.webhook.WebhookOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Handles every event once. */
@Component
class WebhookInbox {
    private static final String PROVIDER = "sandbox";

    private final JdbcClient jdbc;
    private final TopUps topUps;
    private final MeterRegistry meters;
    private final Clock clock;

    WebhookInbox(JdbcClient jdbc, TopUps topUps, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.topUps = topUps;
        this.meters = meters;
        this.clock = clock;
    }

    /** An event as it was delivered, and what it says. */
    record Reception(String eventId, String type, String body, WebhookEvent event) {}

    /** What came of it; empty when it was received before. */
    @Transactional
    public Optional<WebhookOutcome> receive(Reception reception) {
        if (isKnown(reception.eventId())) {
            count("REPLAYED");
            return Optional.empty();
        }
        var now = clock.instant().truncatedTo(MICROS);
        var outcome = WebhookOutcome.of(topUps.handle(reception.event().command(now)));
        record(reception, outcome, now);
        count(outcome.name());
        return Optional.of(outcome);
    }

    private boolean isKnown(String eventId) {
        return jdbc.sql(
                        """
                        select exists (
                            select from webhook_event
                            where provider = :provider and event_id = :id
                        )
                        """)
                .param("provider", PROVIDER)
                .param("id", eventId)
                .query(Boolean.class)
                .single();
    }

    /**
     * Two deliveries at the same moment meet at the lock of the top-up, so the second one has found
     * nothing new by the time it comes here.
     */
    private void record(Reception reception, WebhookOutcome outcome, Instant now) {
        jdbc.sql(
                        """
                        insert into webhook_event (provider, event_id, type, intent_id, outcome,
                            body, received_at)
                        values (:provider, :id, :type, :intent, :outcome, :body, :at)
                        on conflict do nothing
                        """)
                .param("provider", PROVIDER)
                .param("id", reception.eventId())
                .param("type", reception.type())
                .param("intent", reception.event().intent().value())
                .param("outcome", outcome.name())
                .param("body", reception.body())
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    private void count(String outcome) {
        meters.counter("guildhall.payment.webhooks", "provider", PROVIDER, "outcome", outcome)
                .increment();
    }
}
