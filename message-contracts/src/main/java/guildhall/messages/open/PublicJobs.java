package guildhall.messages.open;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.JobId;
import guildhall.messages.money.Money;
import java.time.Instant;
import java.util.List;

/** Jobs as partners see them. */
@Topic("public.job")
public sealed interface PublicJobs extends Message {
    JobId jobId();

    @Override
    default String key() {
        return jobId().toString();
    }

    /** A job can be found and answered. */
    @MessageType("public.job-published.v1")
    record PublicJobPublishedV1(
            JobId jobId,
            String title,
            String category,
            List<String> skills,
            Money budgetMin,
            Money budgetMax,
            Instant publishedAt)
            implements PublicJobs {
        public PublicJobPublishedV1 {
            skills = List.copyOf(skills);
        }
    }

    /** The job takes no more proposals. */
    @MessageType("public.job-closed.v1")
    record PublicJobClosedV1(JobId jobId, Instant closedAt) implements PublicJobs {}
}
