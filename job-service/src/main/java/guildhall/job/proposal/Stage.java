package guildhall.job.proposal;

/** How far the client has come with an active proposal, in order. */
public enum Stage {
    SUBMITTED,
    UNDER_REVIEW,
    SHORTLISTED,
    INTERVIEW,
    OFFERED;

    /**
     * Looking at a proposal is no answer to it; from the shortlist on the talent may rely on it.
     */
    public boolean isAnswered() {
        return compareTo(SHORTLISTED) >= 0;
    }
}
