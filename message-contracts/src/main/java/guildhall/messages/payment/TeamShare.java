package guildhall.messages.payment;

import guildhall.messages.party.Side;

/**
 * The part of everything that a team earns that goes to one of its members, or stays in its vault:
 * the share whose party is the payee itself.
 *
 * @param basisPoints hundredths of a per cent, above 0; those of all shares add up to 10 000
 */
public record TeamShare(Side member, int basisPoints) {}
