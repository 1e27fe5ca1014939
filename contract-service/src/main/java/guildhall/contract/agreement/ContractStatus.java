package guildhall.contract.agreement;

/** The states of a contract as clients, other services and the database name them. */
public enum ContractStatus {
    DRAFT,
    PENDING_FUNDING,
    ACTIVE,
    COMPLETED,
    CANCELLED,
    TERMINATED
}
