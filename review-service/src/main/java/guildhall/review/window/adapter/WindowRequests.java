package guildhall.review.window.adapter;

import static java.util.Objects.requireNonNullElse;

import guildhall.messages.id.ContractId;
import guildhall.review.review.Criterion;
import guildhall.review.review.ReviewContent;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the parties of a contract send. Text is stripped of markup before it goes any further. */
final class WindowRequests {
    private static final int MAX_TEXT = 4_000;
    private static final String ABOUT_CRITERIA =
            "Each from 1 to 5. Of talents: quality, communication, timeliness, professionalism,"
                    + " as-described, would-recommend. Of clients: clarity, communication,"
                    + " payment-promptness.";

    record SubmitReviewRequest(
            @NotNull ContractId contractId,
            @Schema(example = "5") @NotNull @Min(1) @Max(5) Integer rating,
            @Schema(description = ABOUT_CRITERIA, example = "{\"communication\": 5}")
                    @Size(max = 10)
                    @Nullable Map<String, @NotNull @Min(1) @Max(5) Integer> criteria,
            @Schema(example = "A pleasure to work with.") @Size(max = MAX_TEXT)
                    @Nullable String comment,
            @Schema(description = "For the platform only", example = "All fine.")
                    @Size(max = MAX_TEXT)
                    @Nullable String privateFeedback) {
        ReviewContent content() {
            return contentOf(rating, criteria, comment, privateFeedback);
        }
    }

    record RewriteReviewRequest(
            @Schema(example = "4") @NotNull @Min(1) @Max(5) Integer rating,
            @Schema(description = ABOUT_CRITERIA, example = "{\"communication\": 5}")
                    @Size(max = 10)
                    @Nullable Map<String, @NotNull @Min(1) @Max(5) Integer> criteria,
            @Schema(example = "Good, with a delay.") @Size(max = MAX_TEXT) @Nullable String comment,
            @Schema(description = "For the platform only", example = "All fine.")
                    @Size(max = MAX_TEXT)
                    @Nullable String privateFeedback) {
        ReviewContent content() {
            return contentOf(rating, criteria, comment, privateFeedback);
        }
    }

    private static ReviewContent contentOf(
            int rating,
            @Nullable Map<String, Integer> criteria,
            @Nullable String comment,
            @Nullable String privateFeedback) {
        return new ReviewContent(
                rating,
                criteria(requireNonNullElse(criteria, Map.of())),
                PlainText.clean(requireNonNullElse(comment, "")),
                PlainText.clean(requireNonNullElse(privateFeedback, "")));
    }

    private static Map<Criterion, Integer> criteria(Map<String, Integer> words) {
        var criteria = new EnumMap<Criterion, Integer>(Criterion.class);
        words.forEach((word, rating) ->
                criteria.put(
                        Criterion.ofWord(word).orElseThrow(WindowRequests::unknownCriterion),
                        rating));
        return criteria;
    }

    private static Refusal unknownCriterion() {
        return Refusal.field("/criteria", "has a criterion that does not exist");
    }

    private WindowRequests() {}
}
