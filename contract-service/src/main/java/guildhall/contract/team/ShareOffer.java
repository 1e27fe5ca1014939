package guildhall.contract.team;

import guildhall.messages.party.Party;

/**
 * What the talent wants a member to have.
 *
 * @param basisPoints hundredths of a per cent
 */
public record ShareOffer(Party member, int basisPoints) {}
