package guildhall.job.posting.adapter;

import guildhall.job.posting.Job;
import guildhall.job.posting.Job.Known;
import guildhall.job.posting.Job.Open;
import guildhall.job.posting.Job.Reserved;
import guildhall.job.posting.JobEvent;
import guildhall.job.posting.JobEvent.*;
import guildhall.messages.Message;
import guildhall.messages.job.JobEvents.JobCancelledV1;
import guildhall.messages.job.JobEvents.JobClosedV1;
import guildhall.messages.job.JobEvents.JobCompletedV1;
import guildhall.messages.job.JobEvents.JobPublishedV1;
import guildhall.messages.job.JobEvents.JobReopenedV1;
import guildhall.messages.job.JobEvents.JobStartedV1;
import guildhall.messages.open.PublicJobs.PublicJobClosedV1;
import guildhall.messages.open.PublicJobs.PublicJobPublishedV1;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What other services and partners learn from an event. */
final class JobMessages {

    /**
     * @param before the event
     * @param after the event
     * @param at when it happened
     */
    static List<Message> of(Job before, JobEvent event, Known after, Instant at) {
        var messages = new ArrayList<Message>();
        internal(event, after).ifPresent(messages::add);
        open(before, after, at).ifPresent(messages::add);
        return messages;
    }

    private static Optional<Message> internal(JobEvent event, Known after) {
        return switch (event) {
            case JobPublished(_, var at, _) -> Optional.of(published(after, at));
            case JobClosed(_, _, var at) -> Optional.of(closed(after, at));
            case JobExpired(_, var at) -> Optional.of(closed(after, at));
            case SeatReserved(_, _, var at)
                    when after instanceof Reserved r && r.before() instanceof Open ->
                    Optional.of(closed(after, at));
            case JobReopened(_, var at, _) -> Optional.of(reopened(after, at));
            case SeatReleased(_, _, var at, _) when after instanceof Open ->
                    Optional.of(reopened(after, at));
            case JobStarted(var id, _, var contract, var at) ->
                    Optional.of(new JobStartedV1(id, after.posting().client(), contract, at));
            case JobCompleted(var id, var at) ->
                    Optional.of(
                            new JobCompletedV1(
                                    id, after.posting().client(), after.terms().title(), at));
            case JobCancelled(var id, var at) ->
                    Optional.of(
                            new JobCancelledV1(
                                    id, after.posting().client(), after.terms().title(), at));
            case JobDrafted _, JobEdited _, ProposalsCounted _, SeatReserved _, SeatReleased _ ->
                    Optional.empty();
        };
    }

    /** Partners see a job while everybody may find it, and nothing of how it got there. */
    private static Optional<Message> open(Job before, Known after, Instant at) {
        var wasFindable = before instanceof Known known && known.isFindable();
        if (after instanceof Open open && open.isFindable()) {
            var saidSo = before instanceof Open old && wasFindable && saysTheSame(old, open);
            return saidSo ? Optional.empty() : Optional.of(publicly(open));
        }
        return wasFindable ? Optional.of(new PublicJobClosedV1(after.id(), at)) : Optional.empty();
    }

    private static boolean saysTheSame(Open old, Open open) {
        return publicly(old).equals(publicly(open));
    }

    private static PublicJobPublishedV1 publicly(Open job) {
        var terms = job.terms();
        return new PublicJobPublishedV1(
                job.id(),
                terms.title(),
                terms.category(),
                terms.skills(),
                terms.budget().min(),
                terms.budget().max(),
                job.publishedAt());
    }

    private static JobPublishedV1 published(Known job, Instant at) {
        var terms = job.terms();
        return new JobPublishedV1(
                job.id(),
                job.posting().client(),
                terms.title(),
                terms.description(),
                terms.category(),
                terms.skills(),
                terms.budget().min(),
                terms.budget().max(),
                at);
    }

    private static JobClosedV1 closed(Known job, Instant at) {
        return new JobClosedV1(job.id(), job.posting().client(), job.terms().title(), at);
    }

    private static JobReopenedV1 reopened(Known job, Instant at) {
        return new JobReopenedV1(job.id(), job.posting().client(), job.terms().title(), at);
    }

    private JobMessages() {}
}
