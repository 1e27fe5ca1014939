package guildhall.payment.wallet;

import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What wallets may be used for.
 *
 * <p>Whoever takes money out of a wallet asks here after {@code Ledger.lock} of its AVAILABLE
 * account. Staff decides under the same lock, so the answer holds until the end of the transaction
 * and nothing more has to be locked.
 */
public interface WalletStates {
    /** Active when nothing else was ever decided. */
    WalletState of(WalletId wallet);

    /** Those of the given wallets that may not be used at present. */
    Set<WalletId> unusable(Set<WalletId> wallets);

    /** Oldest first. */
    List<Change> history(WalletId wallet);

    /** The AVAILABLE account of the wallet is locked. */
    void add(WalletId wallet, Change change);

    /** One decision of staff, and why. */
    record Change(WalletState state, String reason, UserId decidedBy, Instant decidedAt) {}
}
