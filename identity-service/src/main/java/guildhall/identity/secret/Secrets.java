package guildhall.identity.secret;

import java.util.Optional;

/** What needs the secret of this service. */
public interface Secrets {
    /** A random token of 256 bits, safe in a URL. */
    String randomToken();

    /** A keyed hash (HMAC-SHA256) of the text; the same text and purpose give the same hash. */
    String hash(Purpose purpose, String text);

    /**
     * @param label bound to the result: {@link #open} with another one fails
     */
    String seal(Purpose purpose, String plain, String label);

    /** Empty when it was sealed with another secret, purpose or label, or was tampered with. */
    Optional<String> open(Purpose purpose, String sealed, String label);

    /** What a derived key is for. The names go into the derivation: never change one. */
    enum Purpose {
        MAILED_TOKEN,
        REFRESH_TOKEN,
        SIGNING_KEY,
        DOCUMENT_NUMBER
    }
}
