package guildhall.runtime.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what happens to deliveries, and what is waiting for an operator. */
final class ConsumeMetrics {
    private static final String MESSAGES = "guildhall.consume.messages";

    private final MeterRegistry registry;
    private volatile Map<DeadLetter.State, Long> waiting = Map.of();
    private final AtomicLong blockedKeys = new AtomicLong();
    private final Counter pruned;

    ConsumeMetrics(MeterRegistry registry) {
        this.registry = registry;
        gauge("guildhall.deadletters.dead", DeadLetter.State.DEAD, "Messages that failed for good");
        gauge("guildhall.deadletters.parked", DeadLetter.State.PARKED, "Messages behind them");
        Gauge.builder("guildhall.deadletters.keys", blockedKeys, AtomicLong::get)
                .description("Keys whose messages are set aside")
                .register(registry);
        pruned =
                Counter.builder("guildhall.deadletters.pruned")
                        .description("Settled messages that were deleted when their time was over")
                        .register(registry);
    }

    private void gauge(String name, DeadLetter.State state, String description) {
        Gauge.builder(name, () -> waiting.getOrDefault(state, 0L))
                .description(description)
                .register(registry);
    }

    void consumed(Subscription subscription, Delivery delivery, ConsumerStore.Result result) {
        count(subscription, delivery, result.name().toLowerCase(Locale.ROOT));
    }

    void buried(Subscription subscription, Delivery delivery) {
        count(subscription, delivery, "dead");
    }

    private void count(Subscription subscription, Delivery delivery, String outcome) {
        registry.counter(
                        MESSAGES,
                        "consumer",
                        subscription.name(),
                        "type",
                        delivery.type(),
                        "outcome",
                        outcome)
                .increment();
    }

    void failed(Subscription subscription, Delivery delivery, Throwable failure) {
        registry.counter(
                        "guildhall.consume.failures",
                        "consumer",
                        subscription.name(),
                        "type",
                        delivery.type(),
                        "error",
                        failure.getClass().getSimpleName())
                .increment();
    }

    void rested(Subscription subscription) {
        registry.counter("guildhall.consume.rests", "consumer", subscription.name()).increment();
    }

    void pruned(long letters) {
        pruned.increment((double) letters);
    }

    void look(ConsumerStore store) {
        waiting = Map.copyOf(store.waiting());
        blockedKeys.set(store.blockedKeys());
    }
}
