package guildhall.job.posting;

/** What the budget means. */
public enum JobKind {
    /** A total for the whole work. */
    FIXED,
    /** A rate per hour. */
    HOURLY
}
