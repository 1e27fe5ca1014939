package guildhall.identity.user;

/**
 * How to address somebody.
 *
 * @param locale BCP 47 language tag
 * @param timeZone IANA name
 */
public record Preferences(String displayName, String locale, String timeZone) {}
