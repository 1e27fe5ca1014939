package guildhall.runtime.consume;

import guildhall.runtime.load.Breath;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How subscriptions are served.
 *
 * @param enabled off for an instance that only answers requests
 * @param concurrency threads per subscription; more than its topics have partitions stay idle
 * @param concurrencyOf the same for single subscriptions, by name
 * @param linger how long the broker waits for more messages of an {@linkplain
 *     Subscription#unhurried unhurried} subscription
 * @param busyFrom messages per second from which on a {@linkplain Subscription#bundled bundled}
 *     subscription takes larger batches
 * @param rest after a batch while that many arrive
 * @param unhurriedRest the same for an unhurried subscription
 * @param inboxRetention how long handled messages are remembered; must exceed the retention of the
 *     topics, or a message read again from the start would be handled again
 * @param deadLetterRetention how long a dead letter is kept after it was replayed or discarded, to
 *     answer questions about it; what the operator did stays in the audit
 */
@ConfigurationProperties("guildhall.consume")
public record ConsumeProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1") int concurrency,
        @DefaultValue Map<String, Integer> concurrencyOf,
        @DefaultValue("200ms") Duration linger,
        @DefaultValue("60") int busyFrom,
        @DefaultValue("200ms") Duration rest,
        @DefaultValue("1s") Duration unhurriedRest,
        @DefaultValue("30d") Duration inboxRetention,
        @DefaultValue("90d") Duration deadLetterRetention,
        @DefaultValue Retry retry) {
    private static final int ENOUGH = 50;
    private static final int ALL_THERE_IS = 500;

    public ConsumeProperties {
        concurrencyOf = Map.copyOf(concurrencyOf);
    }

    int concurrencyFor(Subscription subscription) {
        return concurrencyOf.getOrDefault(subscription.name(), concurrency);
    }

    Breath breathOf(Subscription subscription) {
        return subscription.isUnhurried()
                ? new Breath(busyFrom, ALL_THERE_IS, unhurriedRest)
                : new Breath(busyFrom, ENOUGH, rest);
    }

    /**
     * Repetition of a message that failed. Failures of infrastructure and conflicts with other
     * writers pass, so those are repeated without limit.
     *
     * @param attempts how often a message is tried before it becomes a dead letter
     * @param firstDelay doubled after every failure
     * @param maxDelay where doubling ends
     */
    public record Retry(
            @DefaultValue("8") int attempts,
            @DefaultValue("200ms") Duration firstDelay,
            @DefaultValue("10s") Duration maxDelay) {}
}
