package guildhall.payment.reconciliation;

import guildhall.messages.id.UserId;
import java.time.Instant;

/** What one member of the staff wants done, and another one has to approve. */
public record Proposal(Settlement settlement, String reason, UserId by, Instant at) {}
