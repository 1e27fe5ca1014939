package guildhall.payment.seal;

/**
 * A SHA-256.
 *
 * @param hex 64 digits, lower case
 */
public record SealHash(String hex) {
    /** Before the first journal. */
    public static final SealHash ORIGIN = new SealHash("0".repeat(64));

    public SealHash {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("Not a SHA-256: " + hex);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
