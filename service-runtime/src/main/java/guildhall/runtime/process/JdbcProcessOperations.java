package guildhall.runtime.process;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;
import static guildhall.runtime.sql.SqlTime.utcOrNull;

import guildhall.runtime.process.ProcessOperations.Outcome.Done;
import guildhall.runtime.process.ProcessOperations.Outcome.NotStuck;
import guildhall.runtime.process.ProcessOperations.Outcome.Unknown;
import guildhall.runtime.process.ProcessRow.Name;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the process tables for operators and passes their acts on as signals. */
final class JdbcProcessOperations implements ProcessOperations {
    private final JdbcClient jdbc;
    private final ProcessTable table;
    private final JdbcProcesses processes;
    private final ProcessManagers managers;
    private final Context context;

    /** What reading and acting need besides the tables. */
    record Context(ProcessJson json, TransactionOperations transactions, Clock clock) {}

    JdbcProcessOperations(
            JdbcClient jdbc,
            ProcessTable table,
            JdbcProcesses processes,
            ProcessManagers managers,
            Context context) {
        this.jdbc = jdbc;
        this.table = table;
        this.processes = processes;
        this.managers = managers;
        this.context = context;
    }

    @Override
    public List<StoredProcess> list(Query query) {
        var after = query.after();
        return jdbc.sql(
                        """
                        select * from process
                        where (:anyStatus or status in (:statuses))
                          and (cast(:type as text) is null or type = :type)
                          and (cast(:before as timestamptz) is null or created_at < :before)
                          and (cast(:afterAt as timestamptz) is null
                               or (created_at, type, business_key)
                                  > (:afterAt, :afterType, :afterKey))
                        order by created_at, type, business_key
                        limit :limit
                        """)
                .param("anyStatus", query.statuses().isEmpty())
                .param("statuses", namesOf(query.statuses()))
                .param("type", query.type())
                .param("before", utcOrNull(query.createdBefore()))
                .param("afterAt", after == null ? null : utc(after.createdAt()))
                .param("afterType", after == null ? null : after.type())
                .param("afterKey", after == null ? null : after.businessKey())
                .param("limit", query.limit())
                .query((row, _) -> view(ProcessTable.read(row)))
                .list();
    }

    /** Never empty, because SQL knows no empty list. */
    private static List<String> namesOf(Set<ProcessStatus> statuses) {
        return statuses.isEmpty() ? List.of("") : statuses.stream().map(Enum::name).toList();
    }

    @Override
    public Optional<StoredProcess> find(String type, String businessKey) {
        return jdbc.sql("select * from process where type = :type and business_key = :key")
                .param("type", type)
                .param("key", businessKey)
                .query((row, _) -> view(ProcessTable.read(row)))
                .optional();
    }

    @Override
    public List<ProcessStep> history(String type, String businessKey) {
        return jdbc.sql(
                        """
                        select * from process_history
                        where type = :type and business_key = :key
                        order by seq
                        """)
                .param("type", type)
                .param("key", businessKey)
                .query((row, _) ->
                        new ProcessStep(
                                row.getLong("seq"),
                                instant(row, "at"),
                                context.json().readObject(row.getString("signal")),
                                row.getString("from_state"),
                                row.getString("to_state"),
                                context.json().readObjects(row.getString("effects")),
                                row.getString("actor")))
                .list();
    }

    @Override
    public Outcome act(String type, String businessKey, OperatorAct act) {
        var manager = managers.find(type);
        if (manager.isEmpty()) {
            return new Unknown();
        }
        var outcome = context.transactions().execute(_ -> act(manager.get(), businessKey, act));
        return outcome == null ? new Unknown() : outcome;
    }

    private <S, I, F> Outcome act(
            ProcessManager<S, I, F> manager, String businessKey, OperatorAct act) {
        var process = new Name(manager.type(), businessKey);
        var locked = table.lock(process);
        if (locked.isEmpty()) {
            return new Unknown();
        }
        if (locked.get().status() != ProcessStatus.STUCK) {
            return new NotStuck(locked.get().status());
        }
        processes.signal(manager, businessKey, manager.operatorAct(act, context.clock().instant()));
        return new Done(view(table.lock(process).orElseThrow()));
    }

    private StoredProcess view(ProcessRow row) {
        return new StoredProcess(
                row.type(),
                row.businessKey(),
                row.stateName(),
                context.json().readObject(row.state()),
                row.status(),
                row.version(),
                row.deadline(),
                row.wakeFailures(),
                row.correlationId(),
                row.createdAt(),
                row.updatedAt());
    }
}
