package guildhall.job.search;

import guildhall.job.posting.JobKind;
import guildhall.job.posting.Level;
import java.util.List;
import java.util.Optional;

/**
 * What to look for. Everything given must hold.
 *
 * @param words as typed into a search box; quotes, {@code or} and a leading minus are understood
 * @param skills all of them
 */
public record JobQuery(
        Optional<String> words,
        Optional<String> category,
        List<String> skills,
        Optional<JobKind> kind,
        Optional<Level> level,
        Optional<Boolean> remote,
        Optional<BudgetRange> budget) {
    public JobQuery {
        skills = List.copyOf(skills);
    }

    /** Budgets that overlap this range, in minor units of one currency; both ends included. */
    public record BudgetRange(long min, long max, String currency) {}
}
