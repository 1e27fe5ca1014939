package guildhall.job.posting.adapter;

import guildhall.job.posting.Job;
import guildhall.job.posting.Job.Known;
import guildhall.job.posting.Job.Open;
import guildhall.job.posting.JobEvent;
import guildhall.job.posting.JobIndex;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.timer.Timers;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What a change of a job brings with it, in the same transaction. */
@Component
class JobEffects {
    private final Outbox outbox;
    private final Timers timers;
    private final JobIndex index;

    JobEffects(Outbox outbox, Timers timers, JobIndex index) {
        this.outbox = outbox;
        this.timers = timers;
        this.index = index;
    }

    void announce(Job before, JobEvent event, Known after, Instant at) {
        JobMessages.of(before, event, after, at).forEach(outbox::add);
    }

    /** Keeps the timer and the search index in step. */
    void follow(Job before, Known after) {
        var key = after.id().toString();
        if (after instanceof Open open) {
            timers.schedule(JobExpiry.NAME, key, open.expiresAt());
        } else if (before instanceof Open) {
            timers.cancel(JobExpiry.NAME, key);
        }
        if (after instanceof Open open && open.isFindable()) {
            index.show(open);
        } else if (before instanceof Known known && known.isFindable()) {
            index.hide(after.id());
        }
    }
}
