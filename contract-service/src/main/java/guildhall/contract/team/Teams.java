package guildhall.contract.team;

import guildhall.messages.id.ContractId;

/** The teams of all contracts. Written under the lock of the contract. */
public interface Teams {
    /** Without members when the talent works alone. */
    Team of(ContractId contract);

    void put(ContractId contract, Team team);
}
