package guildhall.runtime.process;

import guildhall.runtime.decide.Reaction;
import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import guildhall.runtime.process.ProcessRow.Name;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Processes in PostgreSQL. The lock on its row makes the steps of a process follow each other. */
final class JdbcProcesses implements Processes {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcProcesses.class);

    private final ProcessTable table;
    private final ProcessJson json;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Environment environment;

    /** What belongs to the service rather than to a process. */
    record Environment(String service, MeterRegistry meters) {
        Cause cause(String correlationId) {
            return new Cause(correlationId, null, "system:" + service);
        }
    }

    JdbcProcesses(
            ProcessTable table,
            ProcessJson json,
            TransactionOperations transactions,
            Clock clock,
            Environment environment) {
        this.table = table;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
        this.environment = environment;
    }

    @Override
    public <S, I, F> void signal(ProcessManager<S, I, F> manager, String businessKey, I signal) {
        transactions.executeWithoutResult(_ -> {
            var known = table.lock(new Name(manager.type(), businessKey));
            if (known.isPresent()) {
                trySignal(manager, known.get(), signal);
            } else {
                begin(manager, businessKey, signal);
            }
        });
    }

    @Override
    public <S, I, F> void begin(ProcessManager<S, I, F> manager, String businessKey, I signal) {
        transactions.executeWithoutResult(_ -> {
            if (!trySignal(manager, unbegun(manager, businessKey), signal)) {
                signal(manager, businessKey, signal); // Somebody has begun it already.
            }
        });
    }

    @Override
    public void lock(ProcessManager<?, ?, ?> manager, Collection<String> businessKeys) {
        table.lock(manager.type(), businessKeys);
    }

    private <S, I, F> boolean trySignal(ProcessManager<S, I, F> manager, ProcessRow row, I signal) {
        return Cause.current()
                .orElseGet(() -> environment.cause(row.correlationId()))
                .call(() -> tryStep(manager, row, signal, false));
    }

    /**
     * Gives the deadline signal when the state's deadline has passed; not when somebody is working
     * on the process, or when it meanwhile waits for something else.
     */
    <S, I, F> void deadlinePassed(ProcessManager<S, I, F> manager, String businessKey) {
        transactions.executeWithoutResult(_ ->
                table.lockIfDue(new Name(manager.type(), businessKey), clock.instant())
                        .ifPresent(row -> wake(manager, row)));
    }

    private <S, I, F> void wake(ProcessManager<S, I, F> manager, ProcessRow row) {
        var state = json.readState(row.state(), manager.stateType());
        var deadline = manager.deadlineOf(state);
        if (deadline.isEmpty() || deadline.get().isAfter(clock.instant())) {
            table.rearm(row, deadline.orElse(null));
            return;
        }
        environment
                .cause(row.correlationId())
                .run(() -> tryStep(manager, row, manager.deadlinePassed(deadline.get()), true));
    }

    private <S> ProcessRow unbegun(ProcessManager<S, ?, ?> manager, String key) {
        var initial = manager.initial();
        var now = clock.instant();
        return new ProcessRow(
                manager.type(),
                key,
                json.writeState(initial, manager.stateType()),
                nameOf(initial),
                manager.statusOf(initial),
                0,
                null,
                null,
                0,
                Cause.current().map(Cause::correlationId).orElseGet(() -> Ids.next().toString()),
                now,
                now);
    }

    /** False when somebody else has begun the process meanwhile; then nothing has happened. */
    private <S, I, F> boolean tryStep(
            ProcessManager<S, I, F> manager, ProcessRow row, I signal, boolean atDeadline) {
        var state = json.readState(row.state(), manager.stateType());
        var reaction = manager.react(state, signal);
        if (row.version() == 0 && ignored(state, reaction)) {
            return true;
        }
        var next = reaction.next();
        var status = manager.statusOf(next);
        var deadline = manager.deadlineOf(next);
        var sameWait = deadline.equals(manager.deadlineOf(state));
        var stored =
                table.store(
                        new Step(
                                row,
                                json.writeState(next, manager.stateType()),
                                nameOf(next),
                                status,
                                deadline.orElse(null),
                                wakeAt(row, deadline, sameWait, atDeadline),
                                json.write(signal),
                                json.writeAll(reaction.effects()),
                                Cause.current().map(Cause::actor).orElse("system"),
                                clock.instant()));
        if (stored) {
            report(row, status, next);
            reaction.effects().forEach(effect -> manager.perform(row.businessKey(), effect));
        }
        return stored;
    }

    /** A deadline that was told once is not told again while the process keeps waiting for it. */
    private static @Nullable Instant wakeAt(
            ProcessRow row, Optional<Instant> deadline, boolean sameWait, boolean atDeadline) {
        if (sameWait && row.version() > 0) {
            return atDeadline ? null : row.wakeAt();
        }
        return deadline.orElse(null);
    }

    private static <S, F> boolean ignored(S state, Reaction<S, F> reaction) {
        return reaction.next().equals(state) && reaction.effects().isEmpty();
    }

    private void report(ProcessRow before, ProcessStatus status, Object next) {
        if (status == before.status()) {
            return;
        }
        environment
                .meters()
                .counter("guildhall.process.turned", "type", before.type(), "to", status.name())
                .increment();
        if (status == ProcessStatus.STUCK) {
            LOG.error(
                    "Process {} {} is STUCK in {} and needs an operator",
                    before.type(),
                    before.businessKey(),
                    nameOf(next));
        } else {
            LOG.info("Process {} {} is {}", before.type(), before.businessKey(), status);
        }
    }

    private static String nameOf(Object state) {
        return state.getClass().getSimpleName();
    }
}
