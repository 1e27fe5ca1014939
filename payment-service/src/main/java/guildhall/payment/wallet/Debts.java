package guildhall.payment.wallet;

import java.util.Set;

/**
 * Who owes the platform something, since a bank has taken back what was spent already.
 *
 * <p>Asked after {@code Ledger.lock} of the AVAILABLE accounts of the wallets. A debt comes into
 * being under the same lock, so the answer holds until the end of the transaction.
 */
public interface Debts {
    /** Those of the given wallets whose owners owe something in their currency. */
    Set<WalletId> owing(Set<WalletId> wallets);
}
