package guildhall.contract.cancellation;

import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.Contract.*;
import guildhall.contract.cancellation.CancellationRejection.AlreadyEnded;
import guildhall.contract.cancellation.CancellationRejection.WorkUnderWay;
import guildhall.contract.milestone.Entitlement;
import guildhall.contract.milestone.Milestone;
import guildhall.contract.milestone.Milestone.*;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.money.Money;
import java.util.List;
import java.util.Optional;

/** How a contract can be ended by one side now. */
public sealed interface Exit {
    /** Before it is active: these escrows must be closed. */
    record BackOut(List<MilestoneId> ordered) implements Exit {
        public BackOut {
            ordered = List.copyOf(ordered);
        }
    }

    /** While it is active: these milestones are given up. */
    record GiveUp(List<MilestoneId> milestones, Entitlement entitlement) implements Exit {
        public GiveUp {
            milestones = List.copyOf(milestones);
        }
    }

    /** It is ending already. */
    record UnderWay() implements Exit {}

    record Closed(CancellationRejection reason) implements Exit {}

    static Exit of(Contract.Agreed contract, List<Known> milestones) {
        return switch (contract) {
            case Draft _, PendingFunding _ -> backOut(milestones);
            case Active active -> giveUp(active, milestones);
            case Cancelling _, Contract.Cancelled _ -> new UnderWay();
            case Completed _, Terminated _ -> new Closed(new AlreadyEnded());
        };
    }

    /** Who would get how much; empty when this is not a way out. */
    default Optional<Entitlement> preview() {
        return this instanceof GiveUp(_, var entitlement)
                ? Optional.of(entitlement)
                : Optional.empty();
    }

    private static Exit backOut(List<Known> milestones) {
        return new BackOut(
                milestones.stream()
                        .filter(Unconfirmed.class::isInstance)
                        .map(milestone -> milestone.plan().id())
                        .toList());
    }

    private static Exit giveUp(Active active, List<Known> milestones) {
        var going = milestones.stream().filter(Exit::isGoing).toList();
        if (going.isEmpty()) {
            return new UnderWay();
        }
        var nothing = Money.zero(active.agreement().amount().currency());
        var total = new Entitlement(nothing, nothing);
        for (var milestone : going) {
            var entitlement = Entitlement.of(milestone);
            if (entitlement.isEmpty()) {
                return new Closed(new WorkUnderWay());
            }
            total = total.plus(entitlement.get());
        }
        return new GiveUp(going.stream().map(m -> m.plan().id()).toList(), total);
    }

    private static boolean isGoing(Known milestone) {
        return switch (milestone) {
            case Paid _, Refunding _, Milestone.Cancelled _ -> false;
            case Planned _,
                    Unconfirmed _,
                    Funded _,
                    InProgress _,
                    Submitted _,
                    RevisionRequested _,
                    Approved _ ->
                    true;
        };
    }
}
