package guildhall.contract.agreement;

/** Which side of a contract somebody is on. */
public enum ContractRole {
    CLIENT,
    TALENT
}
