package guildhall.runtime.outbox;

import io.debezium.engine.DebeziumEngine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** What the relay of this instance is doing, for its watchdog and its metrics. */
final class RelayActivity {
    private final Counter published;
    private final Counter rests;
    private volatile boolean active;
    private volatile long connectingSince = Long.MIN_VALUE;

    RelayActivity(MeterRegistry metrics) {
        published =
                Counter.builder("guildhall.outbox.published")
                        .description("Messages published by this instance")
                        .register(metrics);
        rests =
                Counter.builder("guildhall.outbox.relay.rests")
                        .description("Batches after which the relay rested to take a larger one")
                        .register(metrics);
    }

    /** Marks the start of an attempt; the engine says when it has reached the log. */
    DebeziumEngine.ConnectorCallback connecting() {
        connectingSince = System.nanoTime();
        return new DebeziumEngine.ConnectorCallback() {
            @Override
            public void pollingStarted() {
                connectingSince = Long.MIN_VALUE;
                active = true;
            }
        };
    }

    boolean isConnectingFor(Duration limit) {
        long since = connectingSince;
        return since != Long.MIN_VALUE && System.nanoTime() - since > limit.toNanos();
    }

    void published(int count) {
        published.increment(count);
    }

    void rested() {
        rests.increment();
    }

    void ended() {
        connectingSince = Long.MIN_VALUE;
        active = false;
    }

    boolean isActive() {
        return active;
    }
}
