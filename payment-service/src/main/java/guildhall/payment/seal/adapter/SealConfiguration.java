package guildhall.payment.seal.adapter;

import guildhall.runtime.chore.Chore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals and verifies in the background, and shows how far both have come. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    /** When the oldest journal was posted that still has no seal, as of the last look. */
    static final class Backlog {
        private final Clock clock;
        private volatile Optional<Instant> oldest = Optional.empty();

        Backlog(Clock clock) {
            this.clock = clock;
        }

        double ageSeconds() {
            return oldest.map(at -> Duration.between(at, clock.instant()).toMillis() / 1_000.0)
                    .map(age -> Math.max(0, age))
                    .orElse(0.0);
        }
    }

    @Bean
    Backlog sealBacklog(Clock clock, MeterRegistry meters) {
        var backlog = new Backlog(clock);
        Gauge.builder("guildhall.payment.ledger.unsealed.age", backlog, Backlog::ageSeconds)
                .description("Age of the oldest journal outside of the hash chain")
                .baseUnit("seconds")
                .register(meters);
        return backlog;
    }

    @Bean
    Chore sealChore(
            Sealer sealer, JournalContents journals, Backlog backlog, SealProperties properties) {
        return new Chore(
                "ledger-seal",
                properties.every(),
                () -> {
                    try {
                        sealer.sealEverythingFinished();
                    } finally {
                        backlog.oldest = journals.oldestUnsealed();
                    }
                });
    }

    @Bean
    Chore verificationChore(Verifier verifier, SealProperties properties, MeterRegistry meters) {
        Gauge.builder(
                        "guildhall.payment.ledger.chain.broken",
                        verifier,
                        v -> v.broken().map(broken -> (double) broken.position()).orElse(0.0))
                .description("First position of the hash chain that does not fit; must be 0")
                .register(meters);
        return new Chore("ledger-verification", properties.verifyEvery(), verifier::verifyNext);
    }

    @Bean
    HealthIndicator hashChainHealthIndicator(Verifier verifier, Backlog backlog) {
        return () -> {
            var health = verifier.broken().isEmpty() ? Health.up() : Health.down();
            verifier.broken()
                    .ifPresent(broken ->
                            health.withDetail("position", broken.position())
                                    .withDetail("fault", broken.fault()));
            return health.withDetail("verifiedThrough", verifier.verifiedThrough())
                    .withDetail("oldestUnsealedSeconds", backlog.ageSeconds())
                    .build();
        };
    }
}
