package guildhall.job.posting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the client says about the job. Category, skills and tags are kept in lower case and without
 * repetition, so that they can be compared.
 *
 * @param location where the work is done; null when that does not matter
 * @param deadline when the work must be done; null when there is no hurry
 * @param maxProposals how many active proposals the job takes at a time
 */
public record JobTerms(
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
        Visibility visibility,
        int maxProposals) {
    public static final int MAX_SKILLS = 20;
    public static final int MAX_TAGS = 10;

    public JobTerms {
        category = normal(category);
        skills = normal(skills);
        tags = normal(tags);
        if (skills.size() > MAX_SKILLS || tags.size() > MAX_TAGS || maxProposals < 1) {
            throw new IllegalArgumentException("The edge lets too much through: " + title);
        }
    }

    /** Terms that a talent relied on when answering; everything else may still be reworded. */
    boolean sameMoneyAs(JobTerms other) {
        return kind == other.kind && budget.equals(other.budget);
    }

    private static List<String> normal(Collection<String> words) {
        return words.stream().map(JobTerms::normal).distinct().toList();
    }

    private static String normal(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
