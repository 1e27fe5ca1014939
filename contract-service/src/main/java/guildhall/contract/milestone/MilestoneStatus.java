package guildhall.contract.milestone;

/** The states of a milestone as clients, other services and the database name them. */
public enum MilestoneStatus {
    PLANNED,
    FUNDED,
    IN_PROGRESS,
    SUBMITTED,
    REVISION_REQUESTED,
    APPROVED,
    PAID,
    CANCELLED;

    public boolean isOver() {
        return this == PAID || this == CANCELLED;
    }
}
