package guildhall.contract.agreement;

/** Why a contract did not change. */
public sealed interface ContractRejection {
    record UnknownContract() implements ContractRejection {}

    /** Backing out is over: an active contract ends through its milestones. */
    record AlreadyActive() implements ContractRejection {}

    /** It is being cancelled or is over. */
    record NoLongerPending() implements ContractRejection {}

    record AlreadyEnded() implements ContractRejection {}

    record NeverActive() implements ContractRejection {}
}
