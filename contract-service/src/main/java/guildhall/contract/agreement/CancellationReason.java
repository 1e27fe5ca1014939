package guildhall.contract.agreement;

/** Why something ended before its time. The names are part of the published messages. */
public enum CancellationReason {
    CLIENT,
    TALENT,
    /** Nobody brought the money in time. */
    FUNDING_TIMEOUT,
    /** Payment closed the escrow of its own accord. */
    ESCROW_CLOSED,
    /** An operator undid a process that was stuck. */
    OPERATOR,
    /** The talent already has a contract for this job. */
    ALREADY_HIRED,
    /** The proposal cannot become a contract. */
    INVALID_TERMS;

    public static CancellationReason by(ContractRole role) {
        return switch (role) {
            case CLIENT -> CLIENT;
            case TALENT -> TALENT;
        };
    }
}
