package guildhall.job.posting;

import guildhall.job.posting.Job.Known;
import java.time.Instant;

/**
 * A job as it was read.
 *
 * @param version grows with every change of what the job says or where it stands, not with the
 *     number of its proposals
 */
public record StoredJob(Known job, long version, Instant createdAt) {}
