package guildhall.identity.session;

/**
 * From where somebody is logged in, as far as they say.
 *
 * @param userAgent shortened, shown to the owner only
 * @param ip as the gateway saw it
 */
public record Device(String userAgent, String ip) {}
