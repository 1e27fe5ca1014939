package guildhall.contract.milestone;

import java.util.List;

/** What became of a command to a milestone. */
public sealed interface Outcome {
    /**
     * @param milestone as it is now
     * @param events empty when it was like this already
     */
    record Done(VersionedMilestone milestone, List<MilestoneEvent> events) implements Outcome {
        public Done {
            events = List.copyOf(events);
        }
    }

    record Refused(MilestoneRejection reason) implements Outcome {}
}
