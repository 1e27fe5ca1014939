package guildhall.job.posting;

import guildhall.messages.id.JobId;
import guildhall.messages.party.Party;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.list.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** All jobs. */
public interface Jobs {
    /**
     * Locks, decides and stores in one transaction: outbox, timer and search index included. Joins
     * the present transaction if there is one.
     *
     * @param seen whether the caller knows this version of the job; accepting for somebody who does
     *     not is an error of the runtime
     */
    Decision<JobEvent, JobRejection> handle(JobCommand command, LongPredicate seen);

    /** For callers who do not care which version it is. */
    default Decision<JobEvent, JobRejection> handle(JobCommand command) {
        return handle(command, _ -> true);
    }

    /** The job, which nobody else can change until the present transaction ends. */
    Job lock(JobId id);

    Optional<StoredJob> find(JobId id);

    /** The newest first, older than the given place. */
    List<StoredJob> ofClient(Party client, Place before, int limit);
}
