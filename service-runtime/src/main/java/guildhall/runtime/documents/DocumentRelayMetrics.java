package guildhall.runtime.documents;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** The same figures, under the same names, as those of the relay on PostgreSQL. */
final class DocumentRelayMetrics {
    private final AtomicBoolean active = new AtomicBoolean();
    private final AtomicLong ageMillis = new AtomicLong();
    private final Counter published;

    DocumentRelayMetrics(MeterRegistry metrics) {
        published =
                Counter.builder("guildhall.outbox.published")
                        .description("Messages published by this instance")
                        .register(metrics);
        Gauge.builder("guildhall.outbox.relay.active", active, flag -> flag.get() ? 1 : 0)
                .description("1 on the instance that publishes")
                .register(metrics);
        TimeGauge.builder("guildhall.outbox.age", ageMillis, TimeUnit.MILLISECONDS, AtomicLong::get)
                .description("How long the oldest unpublished message has waited")
                .register(metrics);
    }

    void published(int count) {
        published.increment(count);
    }

    void active(boolean now) {
        active.set(now);
    }

    void look(List<UnsentDocuments> collections, Instant now) {
        var oldest =
                collections.stream()
                        .map(UnsentDocuments::oldestWrittenAt)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder());
        ageMillis.set(oldest.map(at -> Duration.between(at, now).toMillis()).orElse(0L));
    }
}
