package guildhall.job.search;

import java.util.List;
import java.util.Optional;

/** Finding jobs. */
public interface JobSearch {
    /** The best match first, then the newest; those that stand behind the mark. */
    List<JobHit> find(JobQuery query, Optional<JobHit.Mark> behind, int limit);
}
