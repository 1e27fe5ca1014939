package guildhall.gateway.token;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * The sessions that ended before their tokens did, as identity-service announces them: a notice on
 * the channel {@code sessions.revoked}, and a key {@code revoked:session:<id>} that lives as long
 * as the last token of the session, read at start and again every so often.
 */
@Component
class RevokedSessions implements InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(RevokedSessions.class);
    private static final String CHANNEL = "sessions.revoked";
    private static final String KEY = "revoked:session:";

    /** No token lives longer; a notice may be forgotten after that. */
    private static final Duration LONGEST_TOKEN = Duration.ofHours(1);

    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final ReactiveStringRedisTemplate redis;
    private final Duration resync;
    private final Clock clock;
    private final Disposable.Composite running = Disposables.composite();

    RevokedSessions(
            ReactiveStringRedisTemplate redis,
            TokenProperties properties,
            Clock clock,
            MeterRegistry metrics) {
        this.redis = redis;
        this.resync = properties.resync();
        this.clock = clock;
        metrics.gaugeMapSize("guildhall.gateway.sessions.revoked", List.of(), until);
    }

    boolean contains(String sessionId) {
        return until.containsKey(sessionId);
    }

    @Override
    public void afterPropertiesSet() {
        var forEver = Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200));
        running.add(
                Flux.defer(() -> redis.listenToChannel(CHANNEL))
                        .subscribeOn(Schedulers.boundedElastic())
                        .doOnNext(notice -> remember(notice.getMessage()))
                        .doOnError(lost -> LOG.warn("Revocation notices interrupted", lost))
                        .retryWhen(forEver.maxBackoff(Duration.ofSeconds(5)))
                        .subscribe());
        running.add(
                Flux.interval(Duration.ZERO, resync)
                        .onBackpressureDrop()
                        .concatMap(_ -> readAll().subscribeOn(Schedulers.boundedElastic()))
                        .subscribe());
    }

    @Override
    public void destroy() {
        running.dispose();
    }

    private Mono<Void> readAll() {
        return redis.scan(ScanOptions.scanOptions().match(KEY + "*").count(1_000).build())
                .doOnNext(key -> remember(key.substring(KEY.length())))
                .then(Mono.fromRunnable(this::forget))
                .onErrorResume(away -> {
                    LOG.warn("Revocations cannot be read; known ones hold", away);
                    return Mono.empty();
                })
                .then();
    }

    private void remember(String sessionId) {
        until.put(sessionId, clock.instant().plus(LONGEST_TOKEN));
    }

    private void forget() {
        var now = clock.instant();
        until.values().removeIf(end -> end.isBefore(now));
    }
}
