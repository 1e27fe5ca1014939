package guildhall.payment.payout.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts payouts that the provider has left without a result for too long. */
@Component
class StuckPayouts {
    private static final Logger LOG = LoggerFactory.getLogger(StuckPayouts.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PayoutProperties properties;
    private final AtomicLong stuck = new AtomicLong();

    StuckPayouts(JdbcClient jdbc, Clock clock, PayoutProperties properties, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
        Gauge.builder("guildhall.payment.payouts.stuck", stuck, AtomicLong::doubleValue)
                .description("Payouts without a result for so long that people have to look")
                .register(meters);
    }

    void count() {
        var before = clock.instant().minus(properties.submission().stuckAfter());
        var now =
                jdbc.sql(
                                """
                                select count(*) from payout
                                where status = 'PROCESSING' and submitted_at < :before
                                """)
                        .param("before", utc(before))
                        .query(Long.class)
                        .single();
        if (stuck.getAndSet(now) < now) {
            LOG.warn("{} payouts are stuck at the provider", now);
        }
    }
}
