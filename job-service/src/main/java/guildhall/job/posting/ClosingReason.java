package guildhall.job.posting;

/** Why a job takes no more proposals. */
public enum ClosingReason {
    CLIENT,
    /** As many active proposals as places; opens by itself when one of them leaves. */
    FULL
}
