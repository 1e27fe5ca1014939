package guildhall.payment.adjustment;

import guildhall.messages.id.AdjustmentId;
import guildhall.messages.id.UserId;
import java.time.Instant;

/**
 * What one member of the staff wants.
 *
 * @param reason for the staff, never shown to owners of wallets
 * @param expiresAt when it is too late to approve it
 */
public record AdjustmentRequest(
        AdjustmentId id,
        Correction correction,
        String reason,
        UserId requestedBy,
        Instant requestedAt,
        Instant expiresAt) {}
