package guildhall.identity.key.adapter;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import guildhall.identity.key.KeySchedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys of the moment. They are read again once a minute, and made when their time comes. */
@Component
class KeyRing {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final MongoSigningKeys keys;
    private final KeySchedule schedule;
    private final Clock clock;
    private final ReentrantLock turning = new ReentrantLock();
    private volatile @Nullable Ring ring;

    KeyRing(MongoSigningKeys keys, KeyProperties properties, Clock clock) {
        this.keys = keys;
        this.schedule = properties.schedule();
        this.clock = clock;
    }

    private record Ring(Instant periodStart, Instant readAt, SigningKey signer, JWKSet published) {
        boolean isGood(Instant start, Instant now) {
            return periodStart.equals(start)
                    && Duration.between(readAt, now).abs().compareTo(FRESH) < 0;
        }
    }

    ECKey signer() {
        return ring().signer().pair();
    }

    /** The public halves of the present key, the next one, and those whose tokens are around. */
    JWKSet published() {
        return ring().published();
    }

    private Ring ring() {
        var now = clock.instant();
        var start = schedule.current(now);
        var present = ring;
        if (present != null && present.isGood(start, now)) {
            return present;
        }
        turning.lock();
        try {
            var meanwhile = ring;
            return meanwhile != null && meanwhile.isGood(start, now) ? meanwhile : turn(now);
        } finally {
            turning.unlock();
        }
    }

    private Ring turn(Instant now) {
        var start = schedule.current(now);
        var next = schedule.next(now);
        var signer = keys.ensure(start, schedule.publishedUntil(start));
        keys.ensure(next, schedule.publishedUntil(next));
        keys.forget(now);
        var turned =
                new Ring(start, now, signer, new JWKSet(List.<JWK>copyOf(keys.published(now))));
        ring = turned;
        return turned;
    }
}
