package guildhall.contract.milestone;

import guildhall.contract.agreement.Agreement;
import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.Tally;
import guildhall.contract.milestone.Milestone.*;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.money.Money;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The milestones of one contract added up.
 *
 * @param allocated promised to milestones that are not cancelled
 * @param held in escrow now
 * @param paid to the talent, fees included
 * @param open milestones that are neither paid nor cancelled with their money returned
 */
public record Sums(Money allocated, Money held, Money paid, int open) {
    public static Sums of(Agreement agreement, List<Known> milestones) {
        return new Sums(
                sum(agreement, milestones, m -> m.status() != MilestoneStatus.CANCELLED),
                sum(agreement, milestones, Sums::isHeld),
                paid(agreement, milestones),
                (int) milestones.stream().filter(Sums::isOpen).count());
    }

    /** What one milestone may cost, new or changed, beside all the others. */
    public static Budget budgetFor(
            MilestoneId milestone, Contract.Agreed contract, List<Known> milestones) {
        var others = milestones.stream().filter(m -> !m.plan().id().equals(milestone)).toList();
        var agreement = contract.agreement();
        return new Budget(
                contract instanceof Contract.Active,
                agreement.amount().minus(of(agreement, others).allocated()));
    }

    public Tally tally() {
        return new Tally(open, paid);
    }

    private static boolean isHeld(Known milestone) {
        return milestone instanceof Held && !(milestone instanceof Paid);
    }

    private static boolean isOpen(Known milestone) {
        return !(milestone instanceof Paid || milestone instanceof Cancelled);
    }

    private static Money paid(Agreement agreement, List<Known> milestones) {
        return add(
                agreement,
                milestones.stream().filter(Paid.class::isInstance).toList(),
                m -> ((Paid) m).payment().gross());
    }

    private static Money sum(Agreement agreement, List<Known> all, Predicate<Known> which) {
        return add(agreement, all.stream().filter(which).toList(), m -> m.plan().amount());
    }

    private static Money add(
            Agreement agreement, List<Known> milestones, Function<Known, Money> amount) {
        return milestones.stream()
                .map(amount)
                .reduce(Money.zero(agreement.amount().currency()), Money::plus);
    }
}
