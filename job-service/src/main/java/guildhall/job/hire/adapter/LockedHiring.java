package guildhall.job.hire.adapter;

import guildhall.job.hire.HireRefusal;
import guildhall.job.hire.HireRefusal.JobRefuses;
import guildhall.job.hire.HireRefusal.ProposalRefuses;
import guildhall.job.hire.Hiring;
import guildhall.job.posting.JobCommand;
import guildhall.job.posting.JobCommand.CompleteJob;
import guildhall.job.posting.JobCommand.ReleaseSeat;
import guildhall.job.posting.JobCommand.ReserveSeat;
import guildhall.job.posting.JobCommand.StartJob;
import guildhall.job.posting.JobEvent;
import guildhall.job.posting.Jobs;
import guildhall.job.proposal.ProposalCommand;
import guildhall.job.proposal.ProposalCommand.AcceptProposal;
import guildhall.job.proposal.ProposalCommand.DisplaceProposal;
import guildhall.job.proposal.ProposalCommand.OfferAgain;
import guildhall.job.proposal.ProposalCommand.ReinstateProposal;
import guildhall.job.proposal.ProposalRejection.UnknownProposal;
import guildhall.job.proposal.Proposals;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Decides on the job first, whose lock keeps everything else about it still, then on proposals. */
@Component
class LockedHiring implements Hiring {
    private static final Logger LOG = LoggerFactory.getLogger(LockedHiring.class);

    private final Jobs jobs;
    private final Proposals proposals;
    private final TransactionOperations transaction;
    private final Clock clock;

    LockedHiring(Jobs jobs, Proposals proposals, TransactionOperations transaction, Clock clock) {
        this.jobs = jobs;
        this.proposals = proposals;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<HireRefusal> accept(ProposalId id, Party client, LongPredicate seen) {
        return transaction.execute(status -> {
            var proposal = proposals.find(id);
            if (proposal.isEmpty()) {
                return Optional.of(new ProposalRefuses(new UnknownProposal()));
            }
            var job = proposal.get().proposal().offer().job();
            var refusal = reserve(job, id, client, seen);
            refusal.ifPresent(_ -> status.setRollbackOnly());
            return refusal;
        });
    }

    private Optional<HireRefusal> reserve(
            JobId job, ProposalId id, Party client, LongPredicate seen) {
        var now = clock.instant();
        return switch (jobs.handle(new ReserveSeat(job, client, id, now))) {
            case Rejected(var reason) -> Optional.of(new JobRefuses(reason));
            // It has the seat already: this is a repetition of the acceptance that got it.
            case Accepted(var events) when events.isEmpty() -> Optional.empty();
            case Accepted<?, ?> _ ->
                    switch (proposals.handle(new AcceptProposal(id, client, now), seen)) {
                        case Rejected(var reason) -> Optional.of(new ProposalRefuses(reason));
                        case Accepted<?, ?> _ -> {
                            LOG.info("Job {} is reserved for proposal {}", job, id);
                            yield Optional.empty();
                        }
                    };
        };
    }

    @Override
    public void workBegan(JobId job, ProposalId hired, ContractId contract) {
        transaction.executeWithoutResult(_ -> {
            var now = clock.instant();
            if (changed(new StartJob(job, hired, contract, now))) {
                proposals
                        .activeFor(job)
                        .forEach(other -> follow(new DisplaceProposal(other, hired, now)));
            }
        });
    }

    @Override
    public void fellThrough(JobId job, ProposalId hired) {
        release(job, hired, true);
    }

    @Override
    public void endedInVain(JobId job, ProposalId hired) {
        release(job, hired, false);
    }

    private void release(JobId job, ProposalId hired, boolean offerAgain) {
        transaction.executeWithoutResult(_ -> {
            var now = clock.instant();
            if (!changed(new ReleaseSeat(job, hired, now))) {
                return;
            }
            if (offerAgain) {
                follow(new OfferAgain(hired, now));
            }
            proposals
                    .displacedBy(hired)
                    .forEach(other -> follow(new ReinstateProposal(other, hired, now)));
        });
    }

    @Override
    public void workEnded(JobId job, ProposalId hired) {
        changed(new CompleteJob(job, hired, clock.instant()));
    }

    /** False when the job knows already, or is past it. */
    private boolean changed(JobCommand command) {
        List<JobEvent> events =
                switch (jobs.handle(command)) {
                    case Accepted(var happened) -> happened;
                    case Rejected(var reason) ->
                            throw new IllegalStateException(command + " contradicts: " + reason);
                };
        if (!events.isEmpty()) {
            LOG.info("Job {}: {}", command.id(), command.getClass().getSimpleName());
        }
        return !events.isEmpty();
    }

    private void follow(ProposalCommand command) {
        if (proposals.handle(command) instanceof Rejected(var reason)) {
            throw new IllegalStateException(command + " contradicts: " + reason);
        }
    }
}
