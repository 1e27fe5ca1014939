package guildhall.job.posting;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.job.posting.Job.*;
import guildhall.job.posting.JobCommand.*;
import guildhall.job.posting.JobEvent.*;
import guildhall.job.posting.JobRejection.*;
import guildhall.runtime.decide.Decision;
import java.time.Duration;

/**
 * What a job makes of facts: its proposals, its contract, time. Facts arrive late and repeatedly,
 * so one that concerns an earlier hire, or is known already, changes nothing.
 */
final class JobConsequences {
    private final Duration openFor;

    JobConsequences(Duration openFor) {
        this.openFor = openFor;
    }

    Decision<JobEvent, JobRejection> decide(Consequence fact, Known job) {
        return switch (fact) {
            case CountProposals count -> count(count, job);
            case ExpireJob expire -> expire(expire, job);
            case StartJob start -> start(start, job);
            case ReleaseSeat release -> release(release, job);
            case CompleteJob complete -> complete(complete, job);
        };
    }

    private Decision<JobEvent, JobRejection> count(CountProposals count, Known job) {
        var counted = new ProposalsCounted(job.id(), count.proposals());
        var posting = job.posting().with(count.proposals());
        return switch (job) {
            case Open _ when posting.isFull() ->
                    accept(counted, new JobClosed(job.id(), ClosingReason.FULL, count.at()));
            case Closed(_, _, var reason) when reason == ClosingReason.FULL && !posting.isFull() ->
                    accept(
                            counted,
                            new JobReopened(job.id(), count.at(), count.at().plus(openFor)));
            case Draft _,
                    Open _,
                    Closed _,
                    Expired _,
                    Reserved _,
                    InProgress _,
                    Completed _,
                    Cancelled _ ->
                    posting.equals(job.posting()) ? accept() : accept(counted);
        };
    }

    private static Decision<JobEvent, JobRejection> expire(ExpireJob expire, Known job) {
        return switch (job) {
            case Open(_, _, var expiresAt) when !expire.at().isBefore(expiresAt) ->
                    accept(new JobExpired(job.id(), expire.at()));
            case Draft _,
                    Open _,
                    Closed _,
                    Expired _,
                    Reserved _,
                    InProgress _,
                    Completed _,
                    Cancelled _ ->
                    accept();
        };
    }

    private static Decision<JobEvent, JobRejection> start(StartJob start, Known job) {
        return switch (job) {
            case Reserved(_, var holder) when holder.equals(start.proposal()) ->
                    accept(
                            new JobStarted(
                                    job.id(), start.proposal(), start.contract(), start.at()));
            case InProgress(_, _, _, var contract) when contract.equals(start.contract()) ->
                    accept();
            case Completed(_, _, _, var contract) when contract.equals(start.contract()) ->
                    accept();
            case Draft _,
                    Open _,
                    Closed _,
                    Expired _,
                    Reserved _,
                    InProgress _,
                    Completed _,
                    Cancelled _ ->
                    reject(new SeatTaken());
        };
    }

    private Decision<JobEvent, JobRejection> release(ReleaseSeat release, Known job) {
        var released =
                new SeatReleased(
                        job.id(), release.proposal(), release.at(), release.at().plus(openFor));
        return switch (job) {
            case Reserved(_, var holder) when holder.equals(release.proposal()) -> accept(released);
            case InProgress(_, _, var holder, _) when holder.equals(release.proposal()) ->
                    accept(released);
            case Draft _,
                    Open _,
                    Closed _,
                    Expired _,
                    Reserved _,
                    InProgress _,
                    Completed _,
                    Cancelled _ ->
                    accept();
        };
    }

    private static Decision<JobEvent, JobRejection> complete(CompleteJob complete, Known job) {
        return switch (job) {
            case InProgress(_, _, var holder, _) when holder.equals(complete.proposal()) ->
                    accept(new JobCompleted(job.id(), complete.at()));
            case Completed(_, _, var holder, _) when holder.equals(complete.proposal()) -> accept();
            case Draft _,
                    Open _,
                    Closed _,
                    Expired _,
                    Reserved _,
                    InProgress _,
                    Completed _,
                    Cancelled _ ->
                    reject(new WrongStatus(job.status()));
        };
    }
}
