package guildhall.contract.agreement;

/** How the work of a contract is priced. */
public enum ContractKind {
    /** An agreed amount, split into milestones. */
    FIXED
}
