package guildhall.runtime.timer;

import static guildhall.runtime.sql.SqlTime.utc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sets, moves, cancels and takes timers in the table of db-scheduler, in the present transaction.
 * The scheduler itself refuses to move a timer that is being executed; here the mover waits for the
 * execution and wins, because taking a timer deletes its row in the transaction of the handler.
 */
final class TimerTable {
    private final JdbcClient jdbc;

    TimerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A timer that was about to fire for its old time does not: its version is another one. */
    void set(String name, String key, Instant at, String correlationId) {
        jdbc.sql(
                        """
                        insert into scheduled_tasks as known
                            (task_name, task_instance, task_data, execution_time,
                             picked, consecutive_failures, version)
                        values (:name, :key, :data, :at, false, 0, 1)
                        on conflict (task_name, task_instance) do update set
                            task_data = excluded.task_data,
                            execution_time = excluded.execution_time,
                            picked = false, picked_by = null, last_heartbeat = null,
                            consecutive_failures = 0,
                            version = known.version + 1
                        """)
                .param("name", name)
                .param("key", key)
                .param("data", correlationId.getBytes(StandardCharsets.UTF_8))
                .param("at", utc(at))
                .update();
    }

    void cancel(String name, String key) {
        jdbc.sql("delete from scheduled_tasks where task_name = :name and task_instance = :key")
                .param("name", name)
                .param("key", key)
                .update();
    }

    /** The correlation id of the timer; empty when it was moved, cancelled or taken meanwhile. */
    Optional<String> take(String name, String key, long version) {
        return jdbc.sql(
                        """
                        delete from scheduled_tasks
                        where task_name = :name and task_instance = :key and version = :version
                        returning task_data
                        """)
                .param("name", name)
                .param("key", key)
                .param("version", version)
                .query((row, _) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .optional();
    }
}
