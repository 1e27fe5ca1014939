package guildhall.job.posting.adapter;

import guildhall.job.posting.JobCommand.ExpireJob;
import guildhall.job.posting.Jobs;
import guildhall.messages.id.JobId;
import guildhall.runtime.timer.TimerHandler;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Nobody renewed the job. */
@Component
class JobExpiry implements TimerHandler {
    static final String NAME = "job.expiry";

    private final Jobs jobs;
    private final Clock clock;

    JobExpiry(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fire(String key) {
        jobs.handle(new ExpireJob(JobId.of(key), clock.instant()));
    }
}
