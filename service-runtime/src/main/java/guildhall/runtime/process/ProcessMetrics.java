package guildhall.runtime.process;

import static guildhall.runtime.sql.SqlTime.instant;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many processes are unfinished and how old the oldest is, by type and status. Every instance
 * reports the same figures; take the maximum, not the sum.
 */
final class ProcessMetrics {
    private record Group(String type, String status, long count, double oldestSeconds) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MultiGauge count;
    private final MultiGauge oldest;

    ProcessMetrics(JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        count =
                MultiGauge.builder("guildhall.process.unfinished")
                        .description("Processes that have not ended")
                        .register(meters);
        oldest =
                MultiGauge.builder("guildhall.process.oldest")
                        .description("Age of the oldest process that has not ended")
                        .baseUnit("seconds")
                        .register(meters);
    }

    void refresh() {
        var groups = groups();
        count.register(
                groups.stream().map(g -> Row.of(tags(g), (double) g.count())).toList(), true);
        oldest.register(
                groups.stream().map(g -> Row.of(tags(g), g.oldestSeconds())).toList(), true);
    }

    private List<Group> groups() {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        select type, status, count(*) as unfinished, min(created_at) as oldest
                        from process
                        where status <> 'ENDED'
                        group by type, status
                        """)
                .query((row, _) -> {
                    var since = instant(row, "oldest");
                    return new Group(
                            row.getString("type"),
                            row.getString("status"),
                            row.getLong("unfinished"),
                            Duration.between(since, now).toMillis() / 1000.0);
                })
                .list();
    }

    private static Tags tags(Group group) {
        return Tags.of("type", group.type(), "status", group.status());
    }
}
