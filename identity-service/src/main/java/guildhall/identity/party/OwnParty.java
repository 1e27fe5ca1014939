package guildhall.identity.party;

import guildhall.messages.party.Party;

/** A party that a user may act for, with its names for people and for addresses. */
public record OwnParty(Party party, String name, String slug) {}
