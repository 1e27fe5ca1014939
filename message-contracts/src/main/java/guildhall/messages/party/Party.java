package guildhall.messages.party;

import java.util.UUID;

/** Whoever can own money and contracts: a talent, a business, a team, a workspace, the platform. */
public record Party(PartyType type, UUID id) {
    /** The platform itself, owner of fee revenue. */
    public static final Party PLATFORM = new Party(PartyType.PLATFORM, new UUID(0, 0));

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when it is not a type, a colon and an id
     */
    public static Party of(String text) {
        var parts = text.split(":", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("No party: " + text);
        }
        return new Party(PartyType.valueOf(parts[0]), UUID.fromString(parts[1]));
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
