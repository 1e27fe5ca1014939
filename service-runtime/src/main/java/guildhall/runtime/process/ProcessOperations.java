package guildhall.runtime.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operators can see and do. Who may, and the audit, is the business of the caller. */
public interface ProcessOperations {
    /** Oldest first; at most as many as the query asks for. */
    List<StoredProcess> list(Query query);

    Optional<StoredProcess> find(String type, String businessKey);

    /** In order. */
    List<ProcessStep> history(String type, String businessKey);

    /**
     * Gives a STUCK process the operator's signal, in the present transaction or one of its own.
     *
     * @throws IllegalStateException when its manager knows no answer to this act
     */
    Outcome act(String type, String businessKey, OperatorAct act);

    /**
     * Which ones to list; null and empty mean all.
     *
     * @param createdBefore only those that are older
     * @param after the last one of the previous page
     */
    record Query(
            Set<ProcessStatus> statuses,
            @Nullable String type,
            @Nullable Instant createdBefore,
            @Nullable Position after,
            int limit) {
        public Query {
            statuses = Set.copyOf(statuses);
        }
    }

    /** Where a process stands in the list. */
    record Position(Instant createdAt, String type, String businessKey) {}

    /** What came of an act. */
    sealed interface Outcome {
        /** The process as it is now. */
        record Done(StoredProcess process) implements Outcome {}

        /** Nothing needs an operator. */
        record NotStuck(ProcessStatus status) implements Outcome {}

        record Unknown() implements Outcome {}
    }
}
