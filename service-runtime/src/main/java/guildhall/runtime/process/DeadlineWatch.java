package guildhall.runtime.process;

import guildhall.runtime.process.ProcessRow.Name;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for processes whose wait is over. The deadline lives in the row of the process, so setting
 * one costs no further write, and one that was overtaken by another signal is gone by itself. Every
 * instance looks; the row lock lets one of them act.
 */
final class DeadlineWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final int BATCH = 100;
    private static final int FIRST_RETRY_SECONDS = 1;
    private static final int LONGEST_RETRY_SECONDS = 300;

    private final ProcessTable table;
    private final JdbcProcesses processes;
    private final ProcessManagers managers;
    private final Clock clock;

    DeadlineWatch(
            ProcessTable table, JdbcProcesses processes, ProcessManagers managers, Clock clock) {
        this.table = table;
        this.processes = processes;
        this.managers = managers;
        this.clock = clock;
    }

    /** Everything that is due now. */
    void round() {
        int found;
        do {
            var due = table.due(clock.instant(), BATCH);
            due.forEach(this::wake);
            found = due.size();
        } while (found == BATCH);
    }

    private void wake(Name due) {
        try {
            var manager =
                    managers.find(due.type())
                            .orElseThrow(
                                    () -> new IllegalStateException("No manager: " + due.type()));
            processes.deadlinePassed(manager, due.businessKey());
        } catch (RuntimeException failure) {
            LOG.error(
                    "The deadline of process {} {} failed and is tried again",
                    due.type(),
                    due.businessKey(),
                    failure);
            table.postpone(due, clock.instant(), FIRST_RETRY_SECONDS, LONGEST_RETRY_SECONDS);
        }
    }
}
