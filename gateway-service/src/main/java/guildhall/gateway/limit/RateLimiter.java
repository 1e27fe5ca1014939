package guildhall.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guildhall.gateway.limit.LimitProperties.Policy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands out permits from leases and fetches a new lease when one is used up. */
@Component
class RateLimiter {
    private static final int CALLERS = 200_000;

    private record Caller(String policy, String name) {}

    private final Cache<Caller, AtomicReference<Lease>> leases =
            Caffeine.newBuilder()
                    .maximumSize(CALLERS)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();
    private final SharedPermits shared;
    private final Clock clock;
    private final Counter alone;

    RateLimiter(SharedPermits shared, Clock clock, MeterRegistry metrics) {
        this.shared = shared;
        this.clock = clock;
        alone = metrics.counter("guildhall.gateway.limit.without.redis");
    }

    /** Empty when the caller may go on; otherwise how long until it may ask again. */
    Mono<Optional<Duration>> acquire(Policy policy, String caller) {
        var now = clock.instant();
        var end = Lease.windowEnd(now, policy.window().toMillis());
        var cell =
                leases.get(
                        new Caller(policy.name(), caller),
                        _ -> new AtomicReference<>(Lease.none(end)));
        var lease = cell.getAndUpdate(held -> held.in(end).take()).in(end);
        if (lease.left() > 0) {
            return Mono.just(Optional.empty());
        }
        if (lease.last()) {
            return Mono.just(Optional.of(Duration.between(now, end)));
        }
        return shared.grant(caller, policy, Lease.sizeFor(policy.permits()), end)
                .<UnaryOperator<Lease>>map(granted -> held -> held.in(end).plus(granted))
                .onErrorResume(_ -> {
                    alone.increment();
                    return Mono.just(held -> held.in(end).alone(policy.permits()));
                })
                .flatMap(change -> {
                    cell.updateAndGet(change);
                    return acquire(policy, caller);
                });
    }
}
