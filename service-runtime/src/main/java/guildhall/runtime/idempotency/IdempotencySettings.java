package guildhall.runtime.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param retention how long an answer can be replayed
 * @param lease how long a first request may run before a retry may take its place; longer than any
 *     request takes
 * @param pruneEvery how often expired answers are deleted
 */
@ConfigurationProperties("guildhall.idempotency")
public record IdempotencySettings(
        @DefaultValue("24h") Duration retention,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("10m") Duration pruneEvery) {}
