package guildhall.runtime.process;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process as operators see it.
 *
 * @param state the fields of the state
 * @param version how many signals it has had
 * @param deadlineFailures how often its deadline signal failed in a row
 */
public record StoredProcess(
        String type,
        String businessKey,
        String stateName,
        Map<String, Object> state,
        ProcessStatus status,
        long version,
        @Nullable Instant deadline,
        int deadlineFailures,
        String correlationId,
        Instant createdAt,
        Instant updatedAt) {}
