package guildhall.contract.activity;

import guildhall.messages.id.ContractId;
import java.time.Instant;
import java.util.Map;

/**
 * One line of the timeline.
 *
 * @param action the fact in kebab case, such as {@code work-submitted}
 * @param change what it was before and after
 * @param metadata facts that a reader wants beside it, such as the number of a submission; nothing
 *     internal, because both parties read it
 */
public record Activity(
        ContractId contract,
        Actor actor,
        String action,
        Change change,
        Subject subject,
        Map<String, String> metadata,
        Instant at) {
    public Activity {
        metadata = Map.copyOf(metadata);
    }

    /** The contract or milestone that the line is about. */
    public record Subject(String type, String id) {
        public static Subject contract(ContractId id) {
            return new Subject("CONTRACT", id.toString());
        }
    }

    /** Statuses before and after; both the same when the status did not change. */
    public record Change(String from, String to) {}
}
