package guildhall.job.posting;

/** Who comes across an open job. */
public enum Visibility {
    /** Everybody, by search and through the topics for partners. */
    PUBLIC,
    /** Whoever was given its address. */
    UNLISTED
}
