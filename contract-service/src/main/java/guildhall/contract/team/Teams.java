package guildhall.contract.team;

import guildhall.messages.id.ContractId;
import guildhall.messages.party.Party;
import guildhall.runtime.list.Place;
import java.util.List;

/** The teams of all contracts. Written under the lock of the contract. */
public interface Teams {
    /** Without members when the talent works alone. */
    Team of(ContractId contract);

    void put(ContractId contract, Team team);

    /** What waits for the word of a member on contracts that are not over, newest first. */
    List<OpenOffer> openTo(Party member, Place before, int rows);
}
