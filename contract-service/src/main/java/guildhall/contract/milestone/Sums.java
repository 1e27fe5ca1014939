package guildhall.contract.milestone;

import guildhall.contract.agreement.Agreement;
import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.Tally;
import guildhall.contract.milestone.Milestone.*;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.money.Money;
import java.util.List;
import java.util.function.Function;

/**
 * The milestones of one contract added up.
 *
 * @param allocated promised to milestones that are not cancelled
 * @param held in escrow now, as far as payment has told
 * @param paid to the talent, fees included
 * @param open milestones that are neither paid in full nor cancelled with their money returned
 */
public record Sums(Money allocated, Money held, Money paid, int open) {
    public static Sums of(Agreement agreement, List<Known> milestones) {
        return new Sums(
                allocated(agreement, milestones),
                add(agreement, milestones, Sums::held),
                add(agreement, milestones, Sums::paid),
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

    private static boolean isOpen(Known milestone) {
        return switch (milestone) {
            case Paid p -> !p.hold().isSettled();
            case Cancelled _ -> false;
            case Planned _, Unconfirmed _, Held _, Refunding _ -> true;
        };
    }

    private static Money allocated(Agreement agreement, List<Known> milestones) {
        var wanted =
                milestones.stream().filter(m -> m.status() != MilestoneStatus.CANCELLED).toList();
        return add(agreement, wanted, m -> m.plan().amount());
    }

    /** Of a milestone that is paid, a partial release may still be on its way. */
    private static Money held(Known milestone) {
        return milestone instanceof Held h ? h.stillHeld() : nothing(milestone);
    }

    private static Money paid(Known milestone) {
        return switch (milestone) {
            case Paid p -> p.hold().released(p.plan().amount()).plus(p.payment().gross());
            case Held h -> h.hold().released(h.plan().amount());
            case Planned _, Unconfirmed _, Refunding _, Cancelled _ -> nothing(milestone);
        };
    }

    private static Money nothing(Known milestone) {
        return Money.zero(milestone.plan().amount().currency());
    }

    private static Money add(
            Agreement agreement, List<Known> milestones, Function<Known, Money> amount) {
        return milestones.stream()
                .map(amount)
                .reduce(Money.zero(agreement.amount().currency()), Money::plus);
    }
}
