package guildhall.messages.party;

/** The kinds of {@link Party}. */
public enum PartyType {
    TALENT,
    BUSINESS,
    TEAM,
    WORKSPACE,
    PLATFORM
}
