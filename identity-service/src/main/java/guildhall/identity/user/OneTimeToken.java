package guildhall.identity.user;

import java.time.Instant;

/**
 * A mailed token as it is kept: only the keyed hash, with the time from which to which it works.
 */
public record OneTimeToken(String hash, Instant issuedAt, Instant expiresAt) {
    boolean opens(String presentedHash, Instant at) {
        return hash.equals(presentedHash) && at.isBefore(expiresAt);
    }
}
