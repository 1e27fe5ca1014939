package guildhall.contract.milestone;

import guildhall.contract.milestone.Milestone.*;
import guildhall.messages.money.Money;
import java.util.Optional;

/**
 * Who gets how much of the held money when a milestone is given up (process C5, cancel and refund):
 * while nothing has begun, everything goes back to the client.
 */
public record Entitlement(Money client, Money talent) {
    /** Empty when the milestone cannot be given up by one side alone. */
    public static Optional<Entitlement> of(Milestone.Known milestone) {
        var amount = milestone.plan().amount();
        var nothing = Money.zero(amount.currency());
        return switch (milestone) {
            case Planned _, Unconfirmed _ -> Optional.of(new Entitlement(nothing, nothing));
            case Funded _ -> Optional.of(new Entitlement(amount, nothing));
            case InProgress _,
                    Submitted _,
                    RevisionRequested _,
                    Approved _,
                    Paid _,
                    Refunding _,
                    Cancelled _ ->
                    Optional.empty();
        };
    }

    /** What both get when several milestones are given up together. */
    public Entitlement plus(Entitlement other) {
        return new Entitlement(client.plus(other.client), talent.plus(other.talent));
    }
}
