package guildhall.job.proposal.adapter;

import guildhall.job.proposal.Proposal;
import guildhall.job.proposal.Proposal.Active;
import guildhall.job.proposal.Proposal.Known;
import guildhall.job.proposal.ProposalEvent;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.timer.Timers;
import org.springframework.stereotype.Component;

/** What a change of a proposal brings with it, in the same transaction. */
@Component
class ProposalEffects {
    private final Outbox outbox;
    private final Timers timers;

    ProposalEffects(Outbox outbox, Timers timers) {
        this.outbox = outbox;
        this.timers = timers;
    }

    void announce(ProposalEvent event, Known after) {
        ProposalMessages.of(event, after.offer()).ifPresent(outbox::add);
    }

    /** The talent waits for an answer only so long. */
    void follow(Proposal before, Known after) {
        var key = after.offer().id().toString();
        if (after instanceof Active active && !active.stage().isAnswered()) {
            timers.schedule(ProposalExpiry.NAME, key, active.expiresAt());
        } else if (before instanceof Active active && !active.stage().isAnswered()) {
            timers.cancel(ProposalExpiry.NAME, key);
        }
    }
}
