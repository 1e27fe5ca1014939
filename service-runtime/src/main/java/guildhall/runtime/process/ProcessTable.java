package guildhall.runtime.process;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.instantOrNull;
import static guildhall.runtime.sql.SqlTime.utc;
import static guildhall.runtime.sql.SqlTime.utcOrNull;

import guildhall.runtime.process.ProcessRow.Name;
import guildhall.runtime.sql.AtCommit;
import guildhall.runtime.sql.TransactionMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code process} and {@code process_history}, for the writing side. */
final class ProcessTable {
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
            insert into process_history
                (type, business_key, seq, at, signal, from_state, to_state, effects, actor)
            select :type, :key, version, :at, :signal::jsonb,
                   :fromState, :stateName, :effects::jsonb, :actor
            from stepped
            """;

    private static final String ADVANCE =
            """
            with stepped as (
                update process
                set state = next.state::jsonb, state_name = next.state_name, status = next.status,
                    version = process.version + 1, deadline = next.deadline,
                    wake_at = next.wake_at, wake_failures = 0, updated_at = next.at
                from unnest(:types, :keys, :versions::bigint[], :states, :stateNames, :statuses,
                        :deadlines::timestamptz[], :wakeAts::timestamptz[], :ats::timestamptz[],
                        :signals, :fromStates, :effects, :actors)
                    as next (type, key, before, state, state_name, status, deadline, wake_at, at,
                        signal, from_state, effects, actor)
                where process.type = next.type and process.business_key = next.key
                    and process.version = next.before
                returning next.*
            )
            insert into process_history
                (type, business_key, seq, at, signal, from_state, to_state, effects, actor)
            select type, key, before + 1, at, signal::jsonb,
                   from_state, state_name, effects::jsonb, actor
            from stepped
            """;

    private final JdbcClient jdbc;
    private final TransactionMemory<Name, ProcessRow> locked = new TransactionMemory<>();
    private final AtCommit<Step> steps =
            new AtCommit<>(step -> step.before().name(), this::advance);

    ProcessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever works on it. */
    Optional<ProcessRow> lock(Name process) {
        lock(process.type(), List.of(process.businessKey()));
        return locked.get(process);
    }

    /** The same for those of the keys that are known. */
    void lock(String type, Collection<String> keys) {
        var unread =
                keys.stream().filter(key -> locked.get(new Name(type, key)).isEmpty()).toList();
        if (!unread.isEmpty()) {
            readAndLock(type, unread).forEach(row -> locked.put(row.name(), row));
        }
    }

    private List<ProcessRow> readAndLock(String type, List<String> keys) {
        return jdbc.sql(
                        """
                        select * from process
                        where type = :type and business_key = any(:keys)
                        order by business_key
                        for update
                        """)
                .param("type", type)
                .param("keys", texts(keys))
                .query((row, _) -> read(row))
                .list();
    }

    /** Empty when somebody works on it, or when it is not due any more. */
    Optional<ProcessRow> lockIfDue(Name process, Instant now) {
        return jdbc.sql(
                        """
                        select * from process
                        where type = :type and business_key = :key and wake_at <= :now
                        for update skip locked
                        """)
                .param("type", process.type())
                .param("key", process.businessKey())
                .param("now", utc(now))
                .query((row, _) -> read(row))
                .optional();
    }

    /**
     * Stores the next state with its history: the first at once, and others, whose row must be
     * locked, as the transaction commits.
     *
     * @return false when another transaction has begun the process meanwhile, for which this waits
     */
    boolean store(Step step) {
        if (step.before().version() > 0) {
            steps.add(step);
        } else if (!begin(step)) {
            return false;
        }
        locked.put(step.before().name(), step.after());
        return true;
    }

    private boolean begin(Step step) {
        return jdbc.sql(BEGIN)
                        .param("state", step.state())
                        .param("stateName", step.stateName())
                        .param("status", step.status().name())
                        .param("deadline", utcOrNull(step.deadline()))
                        .param("wakeAt", utcOrNull(step.wakeAt()))
                        .param("at", utc(step.at()))
                        .param("type", step.before().type())
                        .param("key", step.before().businessKey())
                        .param("correlationId", step.before().correlationId())
                        .param("signal", step.signal())
                        .param("fromState", step.before().stateName())
                        .param("effects", step.effects())
                        .param("actor", step.actor())
                        .update()
                == 1;
    }

    private void advance(List<Step> all) {
        int advanced =
                jdbc.sql(ADVANCE)
                        .param("types", texts(all, step -> step.before().type()))
                        .param("keys", texts(all, step -> step.before().businessKey()))
                        .param("versions", texts(all, step -> step.before().version()))
                        .param("states", texts(all, Step::state))
                        .param("stateNames", texts(all, Step::stateName))
                        .param("statuses", texts(all, Step::status))
                        .param("deadlines", texts(all, Step::deadline))
                        .param("wakeAts", texts(all, Step::wakeAt))
                        .param("ats", texts(all, Step::at))
                        .param("signals", texts(all, Step::signal))
                        .param("fromStates", texts(all, step -> step.before().stateName()))
                        .param("effects", texts(all, Step::effects))
                        .param("actors", texts(all, Step::actor))
                        .update();
        if (advanced != all.size()) {
            throw new IllegalStateException("A locked process changed: one of " + all);
        }
    }

    List<Name> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        select type, business_key from process
                        where wake_at <= :now
                        order by wake_at
                        limit :limit
                        """)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, _) -> new Name(row.getString(1), row.getString(2)))
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
    void postpone(Name due, Instant now, int firstSeconds, int longestSeconds) {
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
