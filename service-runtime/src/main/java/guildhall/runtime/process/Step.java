package guildhall.runtime.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one signal changes in the tables; states, signal and effects are JSON. */
record Step(
        ProcessRow before,
        String state,
        String stateName,
        ProcessStatus status,
        @Nullable Instant deadline,
        @Nullable Instant wakeAt,
        String signal,
        String effects,
        String actor,
        Instant at) {
    ProcessRow after() {
        return new ProcessRow(
                before.type(),
                before.businessKey(),
                state,
                stateName,
                status,
                before.version() + 1,
                deadline,
                wakeAt,
                0,
                before.correlationId(),
                before.createdAt(),
                at);
    }
}
