package guildhall.runtime.consume;

import static guildhall.runtime.sql.SqlTime.utc;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes what is over in small steps, so that no long transaction holds the log of the relay. */
final class JdbcConsumerRetention {
    /** Bodies are large, so fewer than of the inbox. */
    private static final int LETTERS_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcConsumerRetention(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void forget(Duration kept) {
        int forgotten;
        do {
            forgotten =
                    jdbc.sql(
                                    """
                                    delete from inbox
                                    where ctid = any (array(
                                        select ctid from inbox
                                        where handled_at < now() - :seconds * interval '1 second'
                                        limit 5000))
                                    """)
                            .param("seconds", kept.toSeconds())
                            .update();
        } while (forgotten > 0);
    }

    long forgetSettled(Duration kept) {
        var before = utc(clock.instant().minus(kept));
        long deleted = 0;
        int step;
        do {
            step =
                    jdbc.sql(
                                    """
                                    delete from dead_letter
                                    where id = any (array(
                                        select id from dead_letter
                                        where settled_at < :before
                                        limit :limit))
                                    """)
                            .param("before", before)
                            .param("limit", LETTERS_AT_ONCE)
                            .update();
            deleted += step;
        } while (step == LETTERS_AT_ONCE);
        return deleted;
    }
}
