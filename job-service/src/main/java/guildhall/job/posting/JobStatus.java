package guildhall.job.posting;

/** The states of a job as its readers know them. */
public enum JobStatus {
    DRAFT,
    OPEN,
    CLOSED,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED,
    EXPIRED
}
