package guildhall.job.posting;

import guildhall.job.posting.Job.Open;
import guildhall.messages.id.JobId;

/** Where open jobs are found. Written in the transaction that changes the job. */
public interface JobIndex {
    void show(Open job);

    void hide(JobId id);
}
