package guildhall.messages.party;

import guildhall.messages.id.UserId;

/** One side of a deal: the party that is bound and the user who acts for it. */
public record Side(Party party, UserId user) {}
