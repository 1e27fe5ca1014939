package guildhall.job.posting;

/** How experienced a talent should be. */
public enum Level {
    ENTRY,
    INTERMEDIATE,
    EXPERT
}
