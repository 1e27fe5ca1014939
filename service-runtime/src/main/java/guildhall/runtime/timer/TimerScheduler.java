package guildhall.runtime.timer;

import static com.github.kagkarlsson.scheduler.task.helper.Tasks.custom;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import guildhall.runtime.message.Cause;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fires timers with db-scheduler, which finds what is due, spreads it over the instances, and
 * repeats what failed. Taking a timer and handling it is one transaction, so it fires once in
 * effect.
 */
final class TimerScheduler implements SmartLifecycle {
    private static final double FETCH_WHEN_BELOW = 0.5;
    private static final double FETCH_UP_TO = 2.0;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final int MAX_DOUBLINGS = 9;

    private final TimerTable table;
    private final TransactionOperations transactions;
    private final TimerHandlers handlers;
    private final Environment environment;
    private @Nullable Scheduler scheduler;

    /** What the scheduler needs of the service. */
    record Environment(
            DataSource dataSource, Clock clock, TimerSettings settings, String service) {}

    TimerScheduler(
            TimerTable table,
            TransactionOperations transactions,
            TimerHandlers handlers,
            Environment environment) {
        this.table = table;
        this.transactions = transactions;
        this.handlers = handlers;
        this.environment = environment;
    }

    private Task<?> task(TimerHandler handler) {
        return custom(handler.name(), Void.class)
                .onFailure(TimerScheduler::retryLater)
                .onDeadExecutionRevive()
                .execute((timer, context) -> fire(handler, timer.getId(), context));
    }

    private CompletionHandler<Void> fire(
            TimerHandler handler, String key, ExecutionContext context) {
        var version = context.getExecution().version;
        transactions.executeWithoutResult(_ ->
                table.take(handler.name(), key, version)
                        .ifPresent(cause -> causeOf(cause).run(() -> handler.fire(key))));
        return (_, _) -> {}; // Nothing is left to complete: the row is gone.
    }

    private Cause causeOf(String correlationId) {
        return new Cause(correlationId, null, "system:" + environment.service());
    }

    /** The n-th failure in a row waits twice as long as the one before. */
    private static void retryLater(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        var doublings = Math.min(failed.getExecution().consecutiveFailures, MAX_DOUBLINGS);
        var pause = FIRST_RETRY.multipliedBy(1L << doublings);
        operations.reschedule(failed, failed.getTimeDone().plus(pause));
    }

    /** A service without timers does not poll. */
    @Override
    public synchronized void start() {
        var tasks = handlers.byName().values().stream().<Task<?>>map(this::task).toList();
        if (tasks.isEmpty()) {
            return;
        }
        var settings = environment.settings();
        var started =
                Scheduler.create(environment.dataSource(), tasks)
                        .threads(settings.threads())
                        .pollingInterval(settings.poll())
                        .pollUsingLockAndFetch(FETCH_WHEN_BELOW, FETCH_UP_TO)
                        .clock(environment.clock()::instant)
                        .shutdownMaxWait(settings.drain())
                        .failureLogging(LogLevel.WARN, true)
                        .build();
        started.start();
        scheduler = started;
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
