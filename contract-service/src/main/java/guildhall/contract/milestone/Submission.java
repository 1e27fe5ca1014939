package guildhall.contract.milestone;

import guildhall.messages.id.UserId;
import java.time.Instant;

/** One delivery of work; it never changes. Numbered from 1 within its milestone. */
public record Submission(int number, UserId submittedBy, String notes, Instant submittedAt) {}
