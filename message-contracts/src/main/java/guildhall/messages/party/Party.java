package guildhall.messages.party;

import java.util.UUID;

/** Whoever can own money and contracts: a talent, a business, a team, a workspace, the platform. */
public record Party(PartyType type, UUID id) {
    /** The platform itself, owner of fee revenue. */
    public static final Party PLATFORM = new Party(PartyType.PLATFORM, new UUID(0, 0));

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
