package guildhall.identity.verification;

/** What can be proved of a party. The names are stored: never change one. */
public enum Check {
    /** The address of the owner's account, proved when it was registered. */
    EMAIL,
    PHONE,
    IDENTITY_DOCUMENT,
    ADDRESS,
    /** The face of the owner is that of the identity document. */
    FACE
}
