package guildhall.identity.session.adapter;

import guildhall.identity.key.AccessTokens;
import guildhall.identity.session.Revocations;
import guildhall.messages.id.SessionId;
import java.time.Duration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * A key {@code revoked:session:<id>} for as long as an access token of the session may live, and a
 * message with the id on the channel {@code sessions.revoked}. The key is for whoever starts or was
 * not listening, the message for whoever keeps the ids in memory.
 */
@Component
class RedisRevocations implements Revocations {
    static final String KEY = "revoked:session:";
    static final String CHANNEL = "sessions.revoked";

    /** For verifiers whose clocks are behind. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final StringRedisTemplate redis;
    private final Duration life;

    RedisRevocations(StringRedisTemplate redis, AccessTokens tokens) {
        this.redis = redis;
        this.life = tokens.life().plus(SKEW);
    }

    @Override
    public void announce(SessionId session) {
        redis.opsForValue().set(KEY + session, "1", life);
        redis.convertAndSend(CHANNEL, session.toString());
    }
}
