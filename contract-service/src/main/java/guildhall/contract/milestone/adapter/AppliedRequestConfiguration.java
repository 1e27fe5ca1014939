package guildhall.contract.milestone.adapter;

import guildhall.runtime.chore.Chore;
import guildhall.runtime.idempotency.IdempotencySettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Applied requests are remembered for as long as a key of the client is good. */
@Configuration(proxyBeanMethods = false)
class AppliedRequestConfiguration {
    @Bean
    Chore appliedRequestPruning(
            JdbcAppliedRequests applied, IdempotencySettings settings, Clock clock) {
        return new Chore(
                "applied-request-pruning",
                settings.pruneEvery(),
                () -> applied.prune(clock.instant().minus(settings.retention())));
    }
}
