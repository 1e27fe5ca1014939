package guildhall.job.proposal.adapter;

import guildhall.job.proposal.ProposalCommand.ExpireProposal;
import guildhall.job.proposal.Proposals;
import guildhall.messages.id.ProposalId;
import guildhall.runtime.timer.TimerHandler;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The client did not answer. */
@Component
class ProposalExpiry implements TimerHandler {
    static final String NAME = "proposal.expiry";

    private final Proposals proposals;
    private final Clock clock;

    ProposalExpiry(Proposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fire(String key) {
        proposals.handle(new ExpireProposal(ProposalId.of(key), clock.instant()));
    }
}
