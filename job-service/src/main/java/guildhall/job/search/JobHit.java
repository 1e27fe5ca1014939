package guildhall.job.search;

import guildhall.job.posting.Budget;
import guildhall.job.posting.JobKind;
import guildhall.job.posting.Level;
import guildhall.messages.id.JobId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that was found.
 *
 * @param rank how well the words match, 0 when none were given
 */
public record JobHit(
        JobId id,
        String title,
        String description,
        String category,
        JobKind kind,
        Level level,
        List<String> skills,
        List<String> tags,
        Budget budget,
        @Nullable String location,
        boolean remote,
        @Nullable Instant deadline,
        Instant publishedAt,
        float rank) {
    public JobHit {
        skills = List.copyOf(skills);
        tags = List.copyOf(tags);
    }

    public Mark mark() {
        return new Mark(rank, publishedAt, id);
    }

    /** Where a hit stands in the order of all hits: the best first, then the newest. */
    public record Mark(float rank, Instant publishedAt, JobId id) {}
}
