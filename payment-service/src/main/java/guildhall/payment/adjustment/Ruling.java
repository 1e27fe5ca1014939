package guildhall.payment.adjustment;

import guildhall.messages.id.UserId;
import java.time.Instant;

/** Who ended an adjustment, and why. */
public record Ruling(UserId by, String reason, Instant at) {}
