package guildhall.gateway.limit;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first policy whose paths match applies; the last one should match everything.
 *
 * @param policies in order of precedence
 */
@ConfigurationProperties("guildhall.gateway.limit")
public record LimitProperties(List<Policy> policies) {
    /**
     * @param name part of the Redis key and of the metric: never change it
     * @param paths {@code METHOD /path/**} or {@code * /path/**}
     * @param permits requests per window and caller: the user of the token, else the client address
     */
    public record Policy(String name, List<String> paths, int permits, Duration window) {}
}
