package guildhall.messages.party;

/**
 * How far it is known who a party is. Each tier needs what the one before it needs, and more: BASIC
 * a mail address and a phone, STANDARD an identity document, ENHANCED an address, PREMIUM a face
 * that matches the document.
 */
public enum VerificationTier {
    UNVERIFIED,
    BASIC,
    STANDARD,
    ENHANCED,
    PREMIUM
}
