package guildhall.payment.stripe.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.payment.stripe.adapter.StripeEvents.Stored;
import guildhall.payment.webhook.WebhookEvent;
import guildhall.payment.webhook.WebhookInbox;
import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Handles stored events, once with effect, as often as it takes. */
@WithStripe
@Component
class StripeInbox {
    private static final Logger LOG = LoggerFactory.getLogger(StripeInbox.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration LONGEST_WORK = Duration.ofMinutes(5);
    private static final int BATCH = 50;

    private final StripeEvents events;
    private final StripeFacts facts;
    private final WebhookInbox inbox;
    private final Tools tools;
    private final StripeProperties properties;

    /** What time it is, how to read, and what is counted. */
    @WithStripe
    @Component
    record Tools(Clock clock, JsonMapper json, MeterRegistry meters) {
        Instant now() {
            return clock.instant().truncatedTo(MICROS);
        }
    }

    StripeInbox(
            StripeEvents events,
            StripeFacts facts,
            WebhookInbox inbox,
            Tools tools,
            StripeProperties properties) {
        this.events = events;
        this.facts = facts;
        this.inbox = inbox;
        this.tools = tools;
        this.properties = properties;
    }

    /** An event that has just come in; one that is known already is left to whoever has it. */
    void receive(StripeEvent event, String body) {
        if (!StripeFacts.isKnown(event.type())) {
            count("IGNORED");
            return;
        }
        var nextTry = tools.now().plus(properties.firstRetryAfter());
        if (events.add(event, body, tools.now(), nextTry)) {
            events.find(event.id()).ifPresent(this::handle);
        } else {
            count("REPLAYED");
        }
    }

    void handleEverythingDue() {
        new Cause(Ids.next().toString(), null, "system:payment")
                .run(() -> events.takeDue(tools.now(), LONGEST_WORK, BATCH).forEach(this::handle));
    }

    /** An event that staff wants to be tried again, now. */
    void retry(Stored stored) {
        handle(stored);
    }

    private void handle(Stored stored) {
        try {
            var event = tools.json().readValue(stored.body(), StripeEvent.class);
            facts.of(event)
                    .map(fact ->
                            new WebhookEvent(
                                    StripeConfiguration.PROVIDER,
                                    event.id(),
                                    event.type(),
                                    stored.body(),
                                    fact))
                    .ifPresent(inbox::receive);
            events.done(stored.id(), tools.now());
        } catch (RuntimeException e) {
            fail(stored, e);
        }
    }

    private void fail(Stored stored, RuntimeException e) {
        LOG.warn("Stripe event {} failed: {}", stored.id(), e.toString());
        count("FAILED");
        var tries = stored.tries() + 1;
        if (tries >= properties.mostTries()) {
            LOG.error("Stripe event {} is given up after {} tries", stored.id(), tries);
            events.giveUp(stored.id(), tries, e.getClass().getSimpleName());
        } else {
            var nextTry = tools.now().plus(pause(tries));
            events.failed(stored.id(), tries, e.getClass().getSimpleName(), nextTry);
        }
    }

    /** Twice as long each time. */
    private Duration pause(int tries) {
        var pause = properties.firstRetryAfter().multipliedBy(1L << Math.min(tries - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void count(String outcome) {
        tools.meters()
                .counter(
                        "guildhall.payment.webhooks",
                        "provider",
                        StripeConfiguration.PROVIDER,
                        "outcome",
                        outcome)
                .increment();
    }
}
