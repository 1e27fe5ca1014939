package guildhall.payment.adjustment;

import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import java.util.Set;

/**
 * A member of the staff, as far as decisions depend on it.
 *
 * @param parties that the session acts for
 */
public record Operator(UserId user, Set<Party> parties, boolean isAdministrator) {
    public Operator {
        parties = Set.copyOf(parties);
    }

    /** Whether it is about their own money. */
    boolean isConcernedBy(Correction correction) {
        return correction.wallets().stream().anyMatch(wallet -> parties.contains(wallet.owner()));
    }
}
