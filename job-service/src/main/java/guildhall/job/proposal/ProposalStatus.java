package guildhall.job.proposal;

/** The states of a proposal as both parties know them. */
public enum ProposalStatus {
    SUBMITTED,
    UNDER_REVIEW,
    SHORTLISTED,
    INTERVIEW,
    OFFERED,
    HIRED,
    REJECTED,
    WITHDRAWN,
    EXPIRED
}
