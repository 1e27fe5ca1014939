package guildhall.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the tokens from one address that were no good. The rate limits count callers, and whoever
 * makes up tokens is none; still each costs the check of a signature. Tokens that are known to be
 * good are not looked at again, so they do not suffer from the neighbours.
 */
final class BadTokens {
    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int ADDRESSES = 100_000;

    private final int most;
    private final Cache<String, AtomicInteger> counts;

    BadTokens(int most, Ticker time) {
        this.most = most;
        counts =
                Caffeine.newBuilder()
                        .maximumSize(ADDRESSES)
                        .expireAfterWrite(WINDOW)
                        .ticker(time)
                        .build();
    }

    void count(String address) {
        counts.get(address, _ -> new AtomicInteger()).incrementAndGet();
    }

    /** For the rest of the window that began with the first of them. */
    boolean areTooMany(String address) {
        var count = counts.getIfPresent(address);
        return count != null && count.get() >= most;
    }
}
