package guildhall.contract.hiring.adapter;

import guildhall.contract.agreement.PlannedWork;
import guildhall.contract.hiring.AcceptedProposal;
import guildhall.messages.job.ProposalEvents.ProposalAcceptedV1;
import guildhall.runtime.consume.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client chose a proposal. */
@Configuration(proxyBeanMethods = false)
class HiringListener {
    @Bean
    Subscription acceptedProposals(HiringDesk desk) {
        return Subscription.named("contract.hiring")
                .on(ProposalAcceptedV1.class, m -> desk.hire(proposal(m.message())));
    }

    private static AcceptedProposal proposal(ProposalAcceptedV1 m) {
        return new AcceptedProposal(
                m.proposalId(),
                m.jobId(),
                m.jobTitle(),
                m.client(),
                m.talent(),
                m.amount(),
                m.milestones().stream()
                        .map(p -> new PlannedWork(p.title(), p.amount(), p.dueInDays()))
                        .toList(),
                m.acceptedAt());
    }
}
