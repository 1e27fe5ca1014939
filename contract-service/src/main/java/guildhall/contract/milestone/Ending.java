package guildhall.contract.milestone;

import guildhall.contract.agreement.CancellationReason;
import java.time.Instant;

/** Why and when a milestone was given up. */
public record Ending(CancellationReason reason, Instant cancelledAt) {}
