package guildhall.job.proposal.adapter;

import static java.util.Objects.requireNonNullElse;

import guildhall.job.proposal.PlannedMilestone;
import guildhall.job.proposal.ProposalTerms;
import guildhall.messages.money.Money;
import guildhall.runtime.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What talents send about their proposals. Text is stripped of markup before it goes further. */
final class ProposalRequests {
    private static final int MAX_COVER_LETTER = 5_000;
    private static final int MAX_MILESTONES = 20;
    private static final int MAX_TITLE = 120;
    private static final int MAX_DAYS = 730;

    record MilestoneBody(
            @Schema(example = "Three drafts") @NotBlank @Size(max = MAX_TITLE) String title,
            @NotNull Money amount,
            @Schema(description = "Days after the start", example = "7")
                    @NotNull
                    @Min(1)
                    @Max(MAX_DAYS)
                    Integer dueInDays) {
        static MilestoneBody of(PlannedMilestone milestone) {
            return new MilestoneBody(milestone.title(), milestone.amount(), milestone.dueInDays());
        }
    }

    record SubmitProposalRequest(
            @NotNull Money bid,
            @Schema(description = "How long the work takes", example = "14") @Min(1) @Max(MAX_DAYS)
                    @Nullable Integer durationDays,
            @Schema(example = "I draw logos for small shops and would love to draw yours.")
                    @NotBlank
                    @Size(max = MAX_COVER_LETTER)
                    String coverLetter,
            @Schema(description = "In order; the amounts add up to the bid. One if left out")
                    @Size(max = MAX_MILESTONES)
                    @Nullable List<@NotNull @Valid MilestoneBody> milestones) {

        ProposalTerms terms(int defaultDurationDays) {
            return new ProposalTerms(
                    bid,
                    requireNonNullElse(durationDays, defaultDurationDays),
                    letter(coverLetter),
                    plan(requireNonNullElse(milestones, List.of())));
        }
    }

    /** What is left out stays as it is; a plan that was one milestone follows the bid. */
    record ReviseProposalRequest(
            @Nullable Money bid,
            @Min(1) @Max(MAX_DAYS) @Nullable Integer durationDays,
            @Schema(example = "I could start on Monday.") @Size(max = MAX_COVER_LETTER)
                    @Nullable String coverLetter,
            @Size(max = MAX_MILESTONES) @Nullable List<@NotNull @Valid MilestoneBody> milestones) {

        ProposalTerms appliedTo(ProposalTerms terms) {
            return new ProposalTerms(
                    requireNonNullElse(bid, terms.bid()),
                    requireNonNullElse(durationDays, terms.durationDays()),
                    coverLetter == null ? terms.coverLetter() : letter(coverLetter),
                    milestones == null ? keptPlan(terms) : plan(milestones));
        }

        private static List<PlannedMilestone> keptPlan(ProposalTerms terms) {
            return terms.milestones().size() == 1 ? List.of() : terms.milestones();
        }
    }

    private static List<PlannedMilestone> plan(List<MilestoneBody> milestones) {
        return milestones.stream()
                .map(m -> new PlannedMilestone(title(m.title()), m.amount(), m.dueInDays()))
                .toList();
    }

    private static String title(String text) {
        return PlainText.requiredLine("/milestones", text);
    }

    private static String letter(String text) {
        return PlainText.required("/coverLetter", text);
    }

    private ProposalRequests() {}
}
