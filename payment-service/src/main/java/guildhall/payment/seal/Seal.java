package guildhall.payment.seal;

import java.util.UUID;

/**
 * @param position from 1, without gaps
 */
public record Seal(long position, UUID journal, SealHash hash) {}
