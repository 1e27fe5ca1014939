package guildhall.contract.team;

import guildhall.messages.party.Side;

/** A share that somebody has accepted, as payment needs it. */
public record TeamMember(Side side, int basisPoints) {}
