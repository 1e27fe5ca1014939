package guildhall.payment.wallet.adapter;

import guildhall.messages.party.Party;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.PartyParameter;
import org.jspecify.annotations.Nullable;

/** Whose wallet a caller may see: the own one, and for some staff anybody's. */
final class WalletAccess {
    private static final PartyParameter OWNER =
            new PartyParameter("payment/unknown-wallet", "FINANCE_OPS", "COMPLIANCE", "ADMIN");

    /**
     * @param party {@code <type>:<id>} as asked for; null for the caller's own
     */
    static Party owner(@Nullable String party, Caller caller) {
        return OWNER.of(party, caller);
    }

    private WalletAccess() {}
}
