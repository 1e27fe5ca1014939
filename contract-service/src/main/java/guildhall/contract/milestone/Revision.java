package guildhall.contract.milestone;

import guildhall.messages.id.UserId;
import java.time.Instant;

/** One change that the client asked for; it never changes. Numbered from 1 in its milestone. */
public record Revision(
        int number, int submission, UserId requestedBy, String reason, Instant requestedAt) {}
