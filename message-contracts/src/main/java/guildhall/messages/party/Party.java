package guildhall.messages.party;

import java.util.UUID;

/** Whoever can own money and contracts: a talent, a business, a team, a workspace, the platform. */
public record Party(PartyType type, UUID id) {
    /** The platform itself, owner of fee revenue. */
    public static final Party PLATFORM = new Party(PartyType.PLATFORM, new UUID(0, 0));

    /**
     * Reads what {@link #toString} wrote, {@code <type>:<id>}.
     *
     * @throws IllegalArgumentException when it is nothing of the kind
     */
    public static Party of(String text) {
        var colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("No party: no colon");
        }
        return new Party(
                PartyType.valueOf(text.substring(0, colon)),
                UUID.fromString(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
