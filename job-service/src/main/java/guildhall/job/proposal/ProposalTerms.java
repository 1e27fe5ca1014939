package guildhall.job.proposal;

import guildhall.messages.money.Money;
import java.util.List;

/**
 * What a talent offers.
 *
 * @param milestones in order; empty when the talent made no plan
 */
public record ProposalTerms(
        Money bid, int durationDays, String coverLetter, List<PlannedMilestone> milestones) {
    public ProposalTerms {
        milestones = List.copyOf(milestones);
    }

    /** Without a plan of its own the whole work is one milestone. */
    ProposalTerms plannedFor(String title) {
        return milestones.isEmpty()
                ? new ProposalTerms(
                        bid,
                        durationDays,
                        coverLetter,
                        List.of(new PlannedMilestone(title, bid, durationDays)))
                : this;
    }

    /** Every milestone is worth something, and together they are worth the bid. */
    boolean addsUp() {
        var rest = bid;
        for (var milestone : milestones) {
            var amount = milestone.amount();
            if (amount.isZero()
                    || !amount.currency().equals(bid.currency())
                    || rest.isLessThan(amount)) {
                return false;
            }
            rest = rest.minus(amount);
        }
        return rest.isZero();
    }
}
