package guildhall.job.proposal.adapter;

import guildhall.job.posting.Jobs;
import guildhall.job.proposal.ProposalCommand.DropProposal;
import guildhall.job.proposal.Proposals;
import guildhall.messages.job.JobEvents.JobCancelledV1;
import guildhall.runtime.consume.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever proposed for a job that its client cancelled is told so. */
@Configuration(proxyBeanMethods = false)
class JobCancellation {
    @Bean
    Subscription proposalsOfCancelledJobs(Jobs jobs, Proposals proposals) {
        return Subscription.named("job.proposals")
                .on(JobCancelledV1.class, m -> drop(m.message(), jobs, proposals));
    }

    private static void drop(JobCancelledV1 cancelled, Jobs jobs, Proposals proposals) {
        jobs.lock(cancelled.jobId());
        proposals
                .activeFor(cancelled.jobId())
                .forEach(id -> proposals.handle(new DropProposal(id, cancelled.cancelledAt())));
    }
}
