package guildhall.contract.milestone;

import guildhall.messages.id.ReleaseId;
import java.time.Instant;

/**
 * The work is accepted.
 *
 * @param release the one payment that this approval causes, however often it is asked for
 * @param automatic by the end of the review window, not by the client
 */
public record Approval(ReleaseId release, boolean automatic, Instant approvedAt) {}
