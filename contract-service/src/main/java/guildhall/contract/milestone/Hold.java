package guildhall.contract.milestone;

import guildhall.messages.id.EscrowId;
import java.time.Instant;

/** The money of a milestone, held in escrow. */
public record Hold(EscrowId escrow, Instant fundedAt) {}
