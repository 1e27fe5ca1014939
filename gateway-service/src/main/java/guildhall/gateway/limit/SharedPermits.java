package guildhall.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The counters of all windows, in Redis. */
@Component
class SharedPermits {
    /** Grants at most what is left, in one step; the key outlives its window by a little. */
    private static final RedisScript<Long> GRANT =
            RedisScript.of(
                    """
                    local used = tonumber(redis.call('GET', KEYS[1]) or '0')
                    local granted = math.min(tonumber(ARGV[1]), tonumber(ARGV[2]) - used)
                    if granted <= 0 then return 0 end
                    redis.call('INCRBY', KEYS[1], granted)
                    redis.call('PEXPIREAT', KEYS[1], ARGV[3])
                    return granted
                    """,
                    Long.class);

    private static final Duration TIME_OUT = Duration.ofMillis(500);

    private final ReactiveStringRedisTemplate redis;

    SharedPermits(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /** How many of the wanted permits the window still had. */
    Mono<Integer> grant(String caller, LimitProperties.Policy policy, int wanted, Instant end) {
        var key = "limit:" + policy.name() + ":" + caller + ":" + end.getEpochSecond();
        var expiry = Long.toString(end.toEpochMilli() + 1_000);
        return redis.execute(
                        GRANT,
                        List.of(key),
                        List.of(
                                Integer.toString(wanted),
                                Integer.toString(policy.permits()),
                                expiry))
                .next()
                .map(Long::intValue)
                .timeout(TIME_OUT);
    }
}
