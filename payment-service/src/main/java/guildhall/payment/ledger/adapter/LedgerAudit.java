package guildhall.payment.ledger.adapter;

import static java.util.stream.Collectors.toMap;

import guildhall.payment.alarm.Alarms;
import guildhall.payment.alarm.BooksCheck;
import guildhall.runtime.chore.Chore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adds the whole ledger up at regular intervals and makes a difference impossible to overlook: the
 * metric {@code guildhall.payment.ledger.difference} (minor units) and the same by check, an alarm,
 * and the health of the service. Readiness stays as it is: taking all instances away at once would
 * help nobody.
 */
@Configuration(proxyBeanMethods = false)
class LedgerAudit {
    /** What the last audit found. */
    static final class Findings {
        private volatile Optional<Finding> latest = Optional.empty();

        Optional<Finding> latest() {
            return latest;
        }

        private double difference() {
            return latest.map(finding -> finding.difference().doubleValue()).orElse(0.0);
        }

        private double difference(BooksCheck check) {
            return latest.map(finding -> finding.differences().get(check))
                    .map(BigInteger::doubleValue)
                    .orElse(0.0);
        }
    }

    record Finding(Map<BooksCheck, BigInteger> differences, Instant at) {
        Finding {
            differences = Map.copyOf(differences);
        }

        BigInteger difference() {
            return differences.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    @Bean
    Findings ledgerFindings(MeterRegistry meters) {
        var findings = new Findings();
        Gauge.builder("guildhall.payment.ledger.difference", findings, Findings::difference)
                .description("What does not add up in the ledger, in minor units; must be 0")
                .register(meters);
        for (var check : EnumSet.complementOf(EnumSet.of(BooksCheck.HASH_CHAIN))) {
            Gauge.builder(
                            "guildhall.payment.ledger.check.difference",
                            findings,
                            found -> found.difference(check))
                    .description("What one check of the ledger found; must be 0")
                    .tag("check", check.name())
                    .register(meters);
        }
        return findings;
    }

    @Bean
    Chore ledgerAuditChore(
            LedgerBooks books,
            Findings findings,
            Alarms alarms,
            LedgerProperties properties,
            Clock clock) {
        return new Chore(
                "ledger-audit",
                properties.auditEvery(),
                () -> {
                    var differences = books.differences();
                    findings.latest = Optional.of(new Finding(differences, clock.instant()));
                    differences.forEach(alarms::report);
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
                .withDetails(
                        finding.differences().entrySet().stream()
                                .collect(
                                        toMap(entry -> entry.getKey().name(), Map.Entry::getValue)))
                .withDetail("auditedAt", finding.at())
                .build();
    }
}
