package guildhall.identity.verification;

import java.time.Instant;

/**
 * The document that a check rests on.
 *
 * @param fingerprint of its number
 * @param goodUntil then the check no longer counts
 */
public record Evidence(String fingerprint, Instant goodUntil) {}
