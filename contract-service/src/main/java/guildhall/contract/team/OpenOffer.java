package guildhall.contract.team;

import guildhall.messages.id.ContractId;
import guildhall.messages.party.Party;
import java.time.Instant;

/**
 * A share that waits for the member's word.
 *
 * @param number of the contract, as its parties call it
 * @param talent who offers it
 * @param basisPoints hundredths of a per cent
 */
public record OpenOffer(
        ContractId contract,
        String number,
        String title,
        Party talent,
        int basisPoints,
        Instant offeredAt) {}
