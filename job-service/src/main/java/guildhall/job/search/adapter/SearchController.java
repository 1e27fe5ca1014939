package guildhall.job.search.adapter;

import static java.util.Objects.requireNonNullElse;

import guildhall.job.posting.JobKind;
import guildhall.job.posting.Level;
import guildhall.job.search.JobHit;
import guildhall.job.search.JobQuery;
import guildhall.job.search.JobQuery.BudgetRange;
import guildhall.job.search.JobSearch;
import guildhall.messages.id.JobId;
import guildhall.messages.money.Money;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Jobs", description = "What clients want done")
class SearchController {
    private final JobSearch search;

    SearchController(JobSearch search) {
        this.search = search;
    }

    /** Everything is optional; everything given must hold. */
    record SearchRequest(
            @Parameter(description = "Words to look for; \"quotes\", or, and -minus work")
                    @Size(max = 200)
                    @Nullable String q,
            @Size(max = 50) @Nullable String category,
            @Parameter(description = "May be repeated; all of them are required") @Size(max = 20)
                    @Nullable List<@Size(max = 50) String> skill,
            @Nullable JobKind kind,
            @Nullable Level level,
            @Nullable Boolean remote,
            @Parameter(description = "Minor units; needs a currency") @PositiveOrZero
                    @Nullable Long budgetMin,
            @Parameter(description = "Minor units; needs a currency") @PositiveOrZero
                    @Nullable Long budgetMax,
            @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 currency code such as USD")
                    @Nullable String currency) {

        JobQuery query() {
            return new JobQuery(
                    present(q),
                    present(category).map(SearchRequest::normal),
                    requireNonNullElse(skill, List.<String>of()).stream()
                            .flatMap(word -> present(word).stream())
                            .map(SearchRequest::normal)
                            .toList(),
                    Optional.ofNullable(kind),
                    Optional.ofNullable(level),
                    Optional.ofNullable(remote),
                    budget());
        }

        private Optional<BudgetRange> budget() {
            if (currency != null) {
                var min = requireNonNullElse(budgetMin, 0L);
                var max = requireNonNullElse(budgetMax, Long.MAX_VALUE);
                return Optional.of(new BudgetRange(min, max, currency));
            }
            if (budgetMin != null || budgetMax != null) {
                throw Refusal.parameter("currency", "is required with a budget");
            }
            return Optional.empty();
        }

        private static Optional<String> present(@Nullable String text) {
            return Optional.ofNullable(text)
                    .map(PlainText::cleanLine)
                    .filter(cleaned -> !cleaned.isEmpty());
        }

        private static String normal(String word) {
            return word.toLowerCase(Locale.ROOT);
        }
    }

    record BudgetView(Money min, Money max) {}

    /** A job that was found; {@code GET /v1/jobs/{id}} has the rest. */
    record HitView(
            JobId id,
            String title,
            String description,
            String category,
            JobKind kind,
            Level level,
            List<String> skills,
            List<String> tags,
            BudgetView budget,
            @Nullable String location,
            boolean remote,
            @Nullable Instant deadline,
            Instant publishedAt) {
        static HitView of(JobHit hit) {
            return new HitView(
                    hit.id(),
                    hit.title(),
                    hit.description(),
                    hit.category(),
                    hit.kind(),
                    hit.level(),
                    hit.skills(),
                    hit.tags(),
                    new BudgetView(hit.budget().min(), hit.budget().max()),
                    hit.location(),
                    hit.remote(),
                    hit.deadline(),
                    hit.publishedAt());
        }
    }

    @GetMapping("/v1/jobs")
    @Operation(summary = "Search open jobs, the best match first, then the newest")
    Page<HitView> search(@Valid @ParameterObject SearchRequest request, Paging paging) {
        var behind =
                paging.cursor()
                        .map(cursor -> SearchCursor.parse(cursor).orElseThrow(Paging::badCursor));
        var hits = search.find(request.query(), behind, paging.rows());
        return Page.of(hits, paging.limit(), hit -> SearchCursor.of(hit.mark())).map(HitView::of);
    }
}
