package guildhall.payment.approval;

import guildhall.messages.id.UserId;
import java.time.Instant;

/** What a member of the staff has decided, and why. */
public record Ruling(UserId by, String reason, Instant at) {}
