package guildhall.job.posting;

import guildhall.job.posting.Job.*;
import guildhall.job.posting.JobEvent.*;

/** What each event makes of a job. */
final class JobHistory {

    static Job evolve(Job state, JobEvent event) {
        return switch (event) {
            case JobDrafted e when state instanceof Absent -> new Draft(e.posting());
            case JobEdited e when state instanceof Known k -> k.with(k.posting().with(e.terms()));
            case ProposalsCounted e when state instanceof Known k ->
                    k.with(k.posting().with(e.proposals()));
            case JobPublished e when state instanceof Draft d ->
                    new Open(d.posting(), e.at(), e.expiresAt());
            case JobClosed e when state instanceof Hirable h ->
                    new Closed(h.posting(), h.publishedAt(), e.reason());
            case JobReopened e when state instanceof Closed c ->
                    new Open(c.posting(), c.publishedAt(), e.expiresAt());
            case JobReopened e when state instanceof Expired x ->
                    new Open(x.posting(), x.publishedAt(), e.expiresAt());
            case JobExpired _ when state instanceof Open o ->
                    new Expired(o.posting(), o.publishedAt());
            case JobCancelled _ when state instanceof Known k -> new Cancelled(k.posting());
            case SeatReserved e when state instanceof Hirable h -> new Reserved(h, e.proposal());
            case SeatReleased e when state instanceof Reserved r -> reopened(r.before(), e);
            case SeatReleased e when state instanceof InProgress p ->
                    new Open(p.posting(), p.publishedAt(), e.expiresAt());
            case JobStarted e when state instanceof Reserved r ->
                    new InProgress(
                            r.posting(), r.before().publishedAt(), e.proposal(), e.contract());
            case JobCompleted _ when state instanceof InProgress p ->
                    new Completed(p.posting(), p.publishedAt(), p.proposal(), p.contract());
            case JobDrafted _,
                    JobEdited _,
                    ProposalsCounted _,
                    JobPublished _,
                    JobClosed _,
                    JobReopened _,
                    JobExpired _,
                    JobCancelled _,
                    SeatReserved _,
                    SeatReleased _,
                    JobStarted _,
                    JobCompleted _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }

    /** The time that it was reserved does not count; a job that its client closed stays closed. */
    private static Job reopened(Hirable before, SeatReleased released) {
        return switch (before) {
            case Open open -> new Open(open.posting(), open.publishedAt(), released.expiresAt());
            case Closed closed -> closed;
        };
    }

    private JobHistory() {}
}
