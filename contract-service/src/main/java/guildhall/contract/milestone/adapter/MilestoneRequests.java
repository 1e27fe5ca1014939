package guildhall.contract.milestone.adapter;

import guildhall.messages.id.MilestoneId;
import guildhall.messages.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about milestones. */
final class MilestoneRequests {
    static final int TITLE = 200;
    static final int TEXT = 10_000;
    static final int MAX_DAYS = 730;

    record NewMilestone(
            @NotBlank @Size(max = TITLE) @Schema(example = "Logo, three drafts") String title,
            @NotNull Money amount,
            @Min(1) @Max(MAX_DAYS) @Schema(example = "14") int dueInDays) {}

    /** What is absent stays as it is. */
    record MilestoneEdit(
            @Nullable @Size(min = 1, max = TITLE) @Schema(example = "Logo, four drafts")
                    String title,
            @Nullable Money amount,
            @Nullable @Min(1) @Max(MAX_DAYS) @Schema(example = "21") Integer dueInDays) {}

    record NewSubmission(
            @NotBlank @Size(max = TEXT) @Schema(example = "All three drafts are in the folder.")
                    String notes) {}

    record NewRevision(
            @NotBlank @Size(max = TEXT) @Schema(example = "Please try a warmer blue.")
                    String reason) {}

    record NewPartialRelease(@NotNull Money amount) {}

    /**
     * @param milestoneId absent: the first one that is not funded yet
     */
    record FundingRequest(@Nullable MilestoneId milestoneId) {}

    private MilestoneRequests() {}
}
