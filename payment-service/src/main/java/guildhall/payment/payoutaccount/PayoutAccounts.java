package guildhall.payment.payoutaccount;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.party.Party;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All payout accounts. */
public interface PayoutAccounts {
    PayoutAccount find(PayoutAccountId id);

    /** Locks the account until the end of the transaction; nothing when it is absent. */
    PayoutAccount lock(PayoutAccountId id);

    /** By id, from after the given one; the disabled ones, too. */
    List<PayoutAccount.Opened> ownedBy(Party owner, Optional<UUID> after, int limit);

    void write(PayoutAccount before, PayoutAccount.Opened after);
}
