package guildhall.runtime.process;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.instantOrNull;
import static guildhall.runtime.sql.SqlTime.utc;
import static guildhall.runtime.sql.SqlTime.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code process} and {@code process_history}, for the writing side. */
final class ProcessTable {
    private static final String HISTORY =
            """
            insert into process_history
                (type, business_key, seq, at, signal, from_state, to_state, effects, actor)
            select :type, :key, version, :at, :signal::jsonb,
                   :fromState, :stateName, :effects::jsonb, :actor
            from stepped
            """;

    private static final String BEGIN =
            """
            with stepped as (
                insert into process
                    (type, business_key, state, state_name, status, version,
                     deadline, wake_at, correlation_id, created_at, updated_at)
                values (:type, :key, :state::jsonb, :stateName, :status, 1,
                        :deadline, :wakeAt, :correlationId, :at, :at)
                on conflict do nothing
                returning version
            )
            """
                    + HISTORY;

    private static final String ADVANCE =
            """
            with stepped as (
                update process
                set state = :state::jsonb, state_name = :stateName, status = :status,
                    version = version + 1, deadline = :deadline, wake_at = :wakeAt,
                    wake_failures = 0, updated_at = :at
                where type = :type and business_key = :key and version = :version
                returning version
            )
            """
                    + HISTORY;

    /** Names a process that is due. */
    record Due(String type, String businessKey) {}

    private final JdbcClient jdbc;

    ProcessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever works on it. */
    Optional<ProcessRow> lock(String type, String businessKey) {
        return jdbc.sql(
                        """
                        select * from process
                        where type = :type and business_key = :key
                        for update
                        """)
                .param("type", type)
                .param("key", businessKey)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Empty when somebody works on it, or when it is not due any more. */
    Optional<ProcessRow> lockIfDue(String type, String businessKey, Instant now) {
        return jdbc.sql(
                        """
                        select * from process
                        where type = :type and business_key = :key and wake_at <= :now
                        for update skip locked
                        """)
                .param("type", type)
                .param("key", businessKey)
                .param("now", utc(now))
                .query((row, _) -> read(row))
                .optional();
    }

    /**
     * Stores the next state, which may be the first, with its history in one round trip. False when
     * another transaction has begun the process meanwhile, for which this waits; otherwise the row
     * must be locked.
     */
    boolean store(Step step) {
        if (step.before().version() == 0) {
            return write(BEGIN, step) == 1;
        }
        if (write(ADVANCE, step) != 1) {
            throw new IllegalStateException("A locked process changed: " + step.before());
        }
        return true;
    }

    private int write(String sql, Step step) {
        return jdbc.sql(sql)
                .param("state", step.state())
                .param("stateName", step.stateName())
                .param("status", step.status().name())
                .param("deadline", utcOrNull(step.deadline()))
                .param("wakeAt", utcOrNull(step.wakeAt()))
                .param("at", utc(step.at()))
                .param("type", step.before().type())
                .param("key", step.before().businessKey())
                .param("version", step.before().version())
                .param("correlationId", step.before().correlationId())
                .param("signal", step.signal())
                .param("fromState", step.before().stateName())
                .param("effects", step.effects())
                .param("actor", step.actor())
                .update();
    }

    List<Due> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        select type, business_key from process
                        where wake_at <= :now
                        order by wake_at
                        limit :limit
                        """)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, _) -> new Due(row.getString(1), row.getString(2)))
                .list();
    }

    /** The state waits until another time than the row said. */
    void rearm(ProcessRow row, @Nullable Instant wakeAt) {
        jdbc.sql(
                        """
                        update process set wake_at = :wakeAt
                        where type = :type and business_key = :key
                        """)
                .param("wakeAt", utcOrNull(wakeAt))
                .param("type", row.type())
                .param("key", row.businessKey())
                .update();
    }

    /** After a failure: doubles the pause each time, up to the longest. */
    void postpone(Due due, Instant now, int firstSeconds, int longestSeconds) {
        jdbc.sql(
                        """
                        update process
                        set wake_failures = wake_failures + 1,
                            wake_at = :now + make_interval(
                                secs => least(:longest, :first * power(2, least(wake_failures, 20))))
                        where type = :type and business_key = :key and wake_at <= :now
                        """)
                .param("now", utc(now))
                .param("first", firstSeconds)
                .param("longest", longestSeconds)
                .param("type", due.type())
                .param("key", due.businessKey())
                .update();
    }

    static ProcessRow read(ResultSet row) throws SQLException {
        return new ProcessRow(
                row.getString("type"),
                row.getString("business_key"),
                row.getString("state"),
                row.getString("state_name"),
                ProcessStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                instantOrNull(row, "deadline"),
                instantOrNull(row, "wake_at"),
                row.getInt("wake_failures"),
                row.getString("correlation_id"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }
}
