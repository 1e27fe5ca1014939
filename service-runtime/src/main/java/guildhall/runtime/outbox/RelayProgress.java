package guildhall.runtime.outbox;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Up to when rows were published. The slot alone decides what is published next; this is what the
 * age of the outbox is measured from, and where publishing resumes should the slot be lost.
 */
final class RelayProgress {
    private final JdbcTemplate jdbc;
    private final AtomicReference<@Nullable Instant> unsaved = new AtomicReference<>();

    RelayProgress(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest counts: transactions commit in another order than they write. */
    void published(Instant writtenAt) {
        unsaved.accumulateAndGet(
                writtenAt, (known, next) -> known == null || known.isBefore(next) ? next : known);
    }

    /** Called now and then, so that a busy relay does not write one row per batch. */
    void save() {
        var until = unsaved.getAndSet(null);
        if (until != null) {
            jdbc.update(
                    """
                    update outbox_progress set published_until = greatest(published_until, ?)
                    """,
                    utc(until));
        }
    }

    /** Since when the oldest unpublished row has waited, or zero. */
    Duration age() {
        var millis =
                jdbc.queryForObject(
                        """
                        select coalesce(
                            1000 * extract(epoch from clock_timestamp() - min(written_at)), 0)
                        from outbox
                        where written_at > (select published_until from outbox_progress)
                        """,
                        Long.class);
        return Duration.ofMillis(millis == null ? 0 : Math.max(0, millis));
    }

    /** Remembers, before a new slot is made, that rows since then may not have been published. */
    void oweSince(Duration margin) {
        jdbc.update(
                """
                update outbox_progress
                set owed_since = coalesce(
                    owed_since, published_until - ? * interval '1 millisecond')
                """,
                margin.toMillis());
    }

    Optional<Instant> owedSince() {
        return jdbc
                .query(
                        "select owed_since from outbox_progress where owed_since is not null",
                        (row, _) -> instant(row, "owed_since"))
                .stream()
                .findFirst();
    }

    void paid() {
        jdbc.update("update outbox_progress set owed_since = null");
    }
}
