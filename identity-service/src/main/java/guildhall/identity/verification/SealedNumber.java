package guildhall.identity.verification;

/**
 * The number of a document, which nobody reads in passing.
 *
 * @param sealed encrypted; only the reviewer has it opened
 * @param ending its last characters, by which the owner knows it again
 * @param fingerprint a keyed hash: the same for the same document of whomever
 */
public record SealedNumber(String sealed, String ending, String fingerprint) {}
