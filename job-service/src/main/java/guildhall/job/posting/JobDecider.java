package guildhall.job.posting;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.job.posting.Job.*;
import guildhall.job.posting.JobCommand.*;
import guildhall.job.posting.JobEvent.*;
import guildhall.job.posting.JobRejection.*;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;
import java.time.Duration;
import java.time.Instant;

/** Decides for one job. Repeating what is already so is accepted and changes nothing. */
public final class JobDecider implements Decider<JobCommand, Job, JobEvent, JobRejection> {
    private final Duration openFor;
    private final JobConsequences consequences;

    /**
     * @param openFor how long a job stays open unless it is renewed
     */
    public JobDecider(Duration openFor) {
        this.openFor = openFor;
        this.consequences = new JobConsequences(openFor);
    }

    @Override
    public Job initial() {
        return new Absent();
    }

    @Override
    public Decision<JobEvent, JobRejection> decide(JobCommand command, Job state) {
        return switch (state) {
            case Absent _ ->
                    command instanceof DraftJob draft ? draft(draft) : reject(new UnknownJob());
            case Known job ->
                    switch (command) {
                        case DraftJob draft -> repeatedDraft(draft, job);
                        case OwnerCommand act when job.isOwnedBy(act.by()) -> byOwner(act, job);
                        case OwnerCommand _ when job.isOutInTheOpen() -> reject(new NotYourJob());
                        case OwnerCommand _ -> reject(new UnknownJob());
                        case Consequence fact -> consequences.decide(fact, job);
                    };
        };
    }

    private static Decision<JobEvent, JobRejection> draft(DraftJob draft) {
        return draft.terms().budget().isSound()
                ? accept(
                        new JobDrafted(
                                new Posting(draft.id(), draft.client(), draft.terms(), Tally.NONE)))
                : reject(new UnsoundBudget());
    }

    private static Decision<JobEvent, JobRejection> repeatedDraft(DraftJob draft, Known job) {
        return job.posting().client().equals(draft.client()) ? accept() : reject(new JobExists());
    }

    private Decision<JobEvent, JobRejection> byOwner(OwnerCommand command, Known job) {
        return switch (command) {
            case EditJob edit -> edit(edit, job);
            case PublishJob publish -> publish(publish, job);
            case CloseJob close -> close(close, job);
            case ReopenJob reopen -> reopen(reopen, job);
            case CancelJob cancel -> cancel(cancel, job);
            case ReserveSeat reserve -> reserve(reserve, job);
        };
    }

    private static Decision<JobEvent, JobRejection> edit(EditJob edit, Known job) {
        return switch (job) {
            case Draft _, Open _, Closed _, Expired _ -> editable(edit.terms(), job);
            case Reserved _ -> reject(new HireUnderWay());
            case InProgress _, Completed _, Cancelled _ -> wrongStatus(job);
        };
    }

    private static Decision<JobEvent, JobRejection> editable(JobTerms terms, Known job) {
        var answered = job.posting().proposals();
        if (!terms.budget().isSound()) {
            return reject(new UnsoundBudget());
        }
        if (answered.received() > 0 && !terms.sameMoneyAs(job.terms())) {
            return reject(new MoneyTermsLocked());
        }
        if (terms.maxProposals() < answered.active()) {
            return reject(new FewerPlacesThanProposals(answered.active()));
        }
        return terms.equals(job.terms()) ? accept() : accept(new JobEdited(job.id(), terms));
    }

    private Decision<JobEvent, JobRejection> publish(PublishJob publish, Known job) {
        return switch (job) {
            case Draft _ when !publish.emailVerified() -> reject(new EmailNotVerified());
            case Draft _ when isPast(job, publish.at()) -> reject(new DeadlinePassed());
            case Draft _ ->
                    accept(new JobPublished(job.id(), publish.at(), publish.at().plus(openFor)));
            case Open _ -> accept();
            case Closed _, Expired _, Reserved _, InProgress _, Completed _, Cancelled _ ->
                    wrongStatus(job);
        };
    }

    private static Decision<JobEvent, JobRejection> close(CloseJob close, Known job) {
        return switch (job) {
            case Open _ -> accept(new JobClosed(job.id(), ClosingReason.CLIENT, close.at()));
            // From now on it stays closed even when a place becomes free.
            case Closed(_, _, var reason) when reason == ClosingReason.FULL ->
                    accept(new JobClosed(job.id(), ClosingReason.CLIENT, close.at()));
            case Closed _ -> accept();
            case Reserved _ -> reject(new HireUnderWay());
            case Draft _, Expired _, InProgress _, Completed _, Cancelled _ -> wrongStatus(job);
        };
    }

    private Decision<JobEvent, JobRejection> reopen(ReopenJob reopen, Known job) {
        return switch (job) {
            case Open _ -> accept();
            case Closed _, Expired _ when isPast(job, reopen.at()) -> reject(new DeadlinePassed());
            case Closed _, Expired _ when job.posting().isFull() -> reject(new JobFull());
            case Closed _, Expired _ ->
                    accept(new JobReopened(job.id(), reopen.at(), reopen.at().plus(openFor)));
            case Reserved _ -> reject(new HireUnderWay());
            case Draft _, InProgress _, Completed _, Cancelled _ -> wrongStatus(job);
        };
    }

    private static Decision<JobEvent, JobRejection> cancel(CancelJob cancel, Known job) {
        return switch (job) {
            case Draft _, Open _, Closed _, Expired _ ->
                    accept(new JobCancelled(job.id(), cancel.at()));
            case Cancelled _ -> accept();
            // Money may be on its way into escrow: the contract decides what becomes of it.
            case Reserved _ -> reject(new HireUnderWay());
            case InProgress _, Completed _ -> wrongStatus(job);
        };
    }

    private static Decision<JobEvent, JobRejection> reserve(ReserveSeat reserve, Known job) {
        var proposal = reserve.proposal();
        return switch (job) {
            case Open _, Closed _ -> accept(new SeatReserved(job.id(), proposal, reserve.at()));
            case Reserved(_, var holder) when holder.equals(proposal) -> accept();
            case InProgress(_, _, var holder, _) when holder.equals(proposal) -> accept();
            case Completed(_, _, var holder, _) when holder.equals(proposal) -> accept();
            case Reserved _, InProgress _ -> reject(new SeatTaken());
            case Draft _, Expired _, Completed _, Cancelled _ -> wrongStatus(job);
        };
    }

    private static boolean isPast(Known job, Instant now) {
        var deadline = job.terms().deadline();
        return deadline != null && !deadline.isAfter(now);
    }

    private static Decision<JobEvent, JobRejection> wrongStatus(Known job) {
        return reject(new WrongStatus(job.status()));
    }

    @Override
    public Job evolve(Job state, JobEvent event) {
        return JobHistory.evolve(state, event);
    }
}
