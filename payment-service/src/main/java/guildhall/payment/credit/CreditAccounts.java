package guildhall.payment.credit;

import guildhall.messages.id.TaskId;
import guildhall.messages.party.Party;
import java.util.List;
import java.util.Set;

/** The credits of all clients. */
public interface CreditAccounts {
    /** What an account holds, for its owner to see. */
    Balance balance(Party owner);

    /**
     * Locks an account until the end of the transaction, opening it when there is none.
     *
     * @param tasks whose reservations are needed
     * @param lots that are needed even when nothing is left of them
     */
    CreditAccount lock(Party owner, Set<TaskId> tasks, Set<LotId> lots);

    /** Stores what happened to a locked account: the events and where each left it. */
    void write(CreditAccount before, List<Step> steps);

    /** Newest first, numbers below the given one. */
    List<CreditMovement> movements(Party owner, long before, int limit);

    /** Who owns a lot, to find its account. */
    Party ownerOf(LotId lot);

    record Balance(int available, int reserved) {}

    record Step(CreditEvent event, CreditAccount after) {}
}
