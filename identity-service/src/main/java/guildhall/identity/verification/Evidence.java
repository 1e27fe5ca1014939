package guildhall.identity.verification;

import java.time.Instant;
import java.util.Set;

/**
 * The documents that a check rests on.
 *
 * @param fingerprints of their numbers
 * @param goodUntil when the first of them ends; then the check no longer counts
 */
public record Evidence(Set<String> fingerprints, Instant goodUntil) {
    public Evidence {
        fingerprints = Set.copyOf(fingerprints);
    }
}
