package guildhall.identity.verification;

import static guildhall.identity.verification.Check.ADDRESS;
import static guildhall.identity.verification.Check.IDENTITY_DOCUMENT;

/** What can be shown. The names are stored: never change one. */
public enum DocumentType {
    PASSPORT(IDENTITY_DOCUMENT),
    IDENTITY_CARD(IDENTITY_DOCUMENT),
    DRIVING_LICENCE(IDENTITY_DOCUMENT),
    /** A bill or a letter of a bank or an authority; it has no end of its own. */
    ADDRESS_PROOF(ADDRESS);

    private final Check proves;

    DocumentType(Check proves) {
        this.proves = proves;
    }

    public Check proves() {
        return proves;
    }
}
