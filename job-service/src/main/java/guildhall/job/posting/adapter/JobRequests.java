package guildhall.job.posting.adapter;

import static guildhall.runtime.web.PlainText.required;
import static guildhall.runtime.web.PlainText.requiredLine;
import static java.util.Objects.requireNonNullElse;

import guildhall.job.posting.Budget;
import guildhall.job.posting.JobKind;
import guildhall.job.posting.JobTerms;
import guildhall.job.posting.Level;
import guildhall.job.posting.Visibility;
import guildhall.messages.money.Money;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients send about their jobs. Text is stripped of markup before it goes any further. */
final class JobRequests {
    private static final int MAX_TITLE = 120;
    private static final int MAX_DESCRIPTION = 10_000;
    private static final int MAX_WORD = 50;
    private static final int MAX_PLACES = 10;
    private static final Instant FAR_FUTURE = Instant.parse("2100-01-01T00:00:00Z");

    /** Both ends in the same currency; a rate per hour for HOURLY jobs. */
    record BudgetBody(@NotNull Money min, @NotNull Money max) {
        Budget budget() {
            return new Budget(min, max);
        }

        static BudgetBody of(Budget budget) {
            return new BudgetBody(budget.min(), budget.max());
        }
    }

    record DraftJobRequest(
            @Schema(example = "Logo for a bakery") @NotBlank @Size(max = MAX_TITLE) String title,
            @Schema(example = "A logo that works on paper bags and on a shop sign.")
                    @NotBlank
                    @Size(max = MAX_DESCRIPTION)
                    String description,
            @Schema(example = "design") @NotBlank @Size(max = MAX_WORD) String category,
            @NotNull JobKind kind,
            @Nullable Level level,
            @Schema(example = "[\"illustration\", \"branding\"]") @Size(max = JobTerms.MAX_SKILLS)
                    @Nullable List<@NotBlank @Size(max = MAX_WORD) String> skills,
            @Schema(example = "[\"small-business\"]") @Size(max = JobTerms.MAX_TAGS)
                    @Nullable List<@NotBlank @Size(max = MAX_WORD) String> tags,
            @NotNull @Valid BudgetBody budget,
            @Schema(example = "Lisbon") @Size(max = MAX_TITLE) @Nullable String location,
            @Schema(description = "True unless said otherwise") @Nullable Boolean remote,
            @Schema(type = "string", format = "date-time", example = "2030-01-31T17:00:00Z")
                    @Nullable Instant deadline,
            @Nullable Visibility visibility,
            @Schema(description = "Active proposals at a time") @Min(1) @Max(MAX_PLACES)
                    @Nullable Integer maxProposals) {

        JobTerms terms(int defaultMaxProposals, Instant now) {
            return new JobTerms(
                    requiredLine("/title", title),
                    required("/description", description),
                    requiredLine("/category", category),
                    kind,
                    requireNonNullElse(level, Level.INTERMEDIATE),
                    words("/skills", requireNonNullElse(skills, List.of())),
                    words("/tags", requireNonNullElse(tags, List.of())),
                    budget.budget(),
                    location == null ? null : requiredLine("/location", location),
                    requireNonNullElse(remote, true),
                    plausible(deadline, now),
                    requireNonNullElse(visibility, Visibility.PUBLIC),
                    requireNonNullElse(maxProposals, defaultMaxProposals));
        }
    }

    /** What is left out stays as it is. */
    record EditJobRequest(
            @Schema(example = "Logo and signet for a bakery") @Size(max = MAX_TITLE)
                    @Nullable String title,
            @Size(max = MAX_DESCRIPTION) @Nullable String description,
            @Size(max = MAX_WORD) @Nullable String category,
            @Nullable JobKind kind,
            @Nullable Level level,
            @Size(max = JobTerms.MAX_SKILLS)
                    @Nullable List<@NotBlank @Size(max = MAX_WORD) String> skills,
            @Size(max = JobTerms.MAX_TAGS)
                    @Nullable List<@NotBlank @Size(max = MAX_WORD) String> tags,
            @Valid @Nullable BudgetBody budget,
            @Size(max = MAX_TITLE) @Nullable String location,
            @Nullable Boolean remote,
            @Nullable Instant deadline,
            @Nullable Visibility visibility,
            @Min(1) @Max(MAX_PLACES) @Nullable Integer maxProposals) {

        JobTerms appliedTo(JobTerms terms, Instant now) {
            return new JobTerms(
                    title == null ? terms.title() : requiredLine("/title", title),
                    description == null
                            ? terms.description()
                            : required("/description", description),
                    category == null ? terms.category() : requiredLine("/category", category),
                    requireNonNullElse(kind, terms.kind()),
                    requireNonNullElse(level, terms.level()),
                    skills == null ? terms.skills() : words("/skills", skills),
                    tags == null ? terms.tags() : words("/tags", tags),
                    budget == null ? terms.budget() : budget.budget(),
                    location == null ? terms.location() : requiredLine("/location", location),
                    requireNonNullElse(remote, terms.remote()),
                    deadline == null ? terms.deadline() : plausible(deadline, now),
                    requireNonNullElse(visibility, terms.visibility()),
                    requireNonNullElse(maxProposals, terms.maxProposals()));
        }
    }

    private static List<String> words(String pointer, List<String> words) {
        return words.stream().map(word -> requiredLine(pointer, word)).toList();
    }

    private static @Nullable Instant plausible(@Nullable Instant deadline, Instant now) {
        var isPlausible =
                deadline == null || (deadline.isAfter(now) && deadline.isBefore(FAR_FUTURE));
        if (isPlausible) {
            return deadline;
        }
        throw Refusal.field("/deadline", "must be in the future, and before the year 2100");
    }

    private JobRequests() {}
}
