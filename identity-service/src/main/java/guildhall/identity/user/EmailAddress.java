package guildhall.identity.user;

import java.util.Locale;

/** A mail address as its owner wrote it. */
public record EmailAddress(String value) {
    public EmailAddress {
        value = value.strip();
    }

    /** What makes two addresses the same: case is not part of it. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
