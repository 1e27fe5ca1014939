package guildhall.runtime.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of table {@code process}.
 *
 * @param state JSON
 * @param version 0 before the first step
 * @param wakeAt when the deadline signal is due; null when it was given or there is none
 */
record ProcessRow(
        String type,
        String businessKey,
        String state,
        String stateName,
        ProcessStatus status,
        long version,
        @Nullable Instant deadline,
        @Nullable Instant wakeAt,
        int wakeFailures,
        String correlationId,
        Instant createdAt,
        Instant updatedAt) {
    /** What a process is called. */
    record Name(String type, String businessKey) {}

    Name name() {
        return new Name(type, businessKey);
    }
}
