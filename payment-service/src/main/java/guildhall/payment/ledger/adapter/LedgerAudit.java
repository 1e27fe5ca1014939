package guildhall.payment.ledger.adapter;

import guildhall.runtime.chore.Chore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adds the whole ledger up at regular intervals and makes a difference impossible to overlook: the
 * metric {@code guildhall.payment.ledger.difference} (minor units), an error in the log, and the
 * health of the service. Readiness stays as it is: taking all instances away at once would help
 * nobody.
 */
@Configuration(proxyBeanMethods = false)
class LedgerAudit {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerAudit.class);

    /** What the last audit found. */
    static final class Findings {
        private volatile Optional<Finding> latest = Optional.empty();

        Optional<Finding> latest() {
            return latest;
        }

        private double difference() {
            return latest.map(finding -> finding.difference().doubleValue()).orElse(0.0);
        }
    }

    record Finding(BigInteger difference, Instant at) {}

    @Bean
    Findings ledgerFindings(MeterRegistry meters) {
        var findings = new Findings();
        Gauge.builder("guildhall.payment.ledger.difference", findings, Findings::difference)
                .description("What does not add up in the ledger, in minor units; must be 0")
                .register(meters);
        return findings;
    }

    @Bean
    Chore ledgerAuditChore(
            LedgerBooks books, Findings findings, LedgerProperties properties, Clock clock) {
        return new Chore(
                "ledger-audit",
                properties.auditEvery(),
                () -> {
                    var difference = books.difference();
                    findings.latest = Optional.of(new Finding(difference, clock.instant()));
                    if (difference.signum() != 0) {
                        LOG.error("The ledger does not add up: {} minor units", difference);
                    }
                });
    }

    @Bean
    HealthIndicator ledgerHealthIndicator(Findings findings) {
        return () ->
                findings.latest()
                        .map(LedgerAudit::health)
                        .orElseGet(() -> Health.unknown().build());
    }

    private static Health health(Finding finding) {
        var health = finding.difference().signum() == 0 ? Health.up() : Health.down();
        return health.withDetail("difference", finding.difference())
                .withDetail("auditedAt", finding.at())
                .build();
    }
}
