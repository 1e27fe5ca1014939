package guildhall.messages.job;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.util.List;

/** Facts about demand postings. */
@Topic("job.job.events")
public sealed interface JobEvents extends Message {
    JobId jobId();

    @Override
    default String key() {
        return jobId().toString();
    }

    /** A job can be found and answered. */
    @MessageType("job.job-published.v1")
    record JobPublishedV1(
            JobId jobId,
            Side client,
            String title,
            String description,
            String category,
            List<String> skills,
            Money budgetMin,
            Money budgetMax,
            Instant publishedAt)
            implements JobEvents {
        public JobPublishedV1 {
            skills = List.copyOf(skills);
        }
    }

    /** The job takes no more proposals. */
    @MessageType("job.job-closed.v1")
    record JobClosedV1(JobId jobId, Side client, String title, Instant closedAt)
            implements JobEvents {}

    /** The job takes proposals again, because its hire fell through or the client said so. */
    @MessageType("job.job-reopened.v1")
    record JobReopenedV1(JobId jobId, Side client, String title, Instant reopenedAt)
            implements JobEvents {}

    /** The first contract of the job is funded: work has begun. */
    @MessageType("job.job-started.v1")
    record JobStartedV1(JobId jobId, Side client, ContractId contractId, Instant startedAt)
            implements JobEvents {}

    /** Every contract of the job ended, at least one of them well. */
    @MessageType("job.job-completed.v1")
    record JobCompletedV1(JobId jobId, Side client, String title, Instant completedAt)
            implements JobEvents {}

    /** The client withdrew the job. */
    @MessageType("job.job-cancelled.v1")
    record JobCancelledV1(JobId jobId, Side client, String title, Instant cancelledAt)
            implements JobEvents {}
}
