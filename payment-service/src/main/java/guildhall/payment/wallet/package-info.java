/**
 * What a party owns in one currency, read from the ledger: available (to spend), pending (earned,
 * inside its safety window) and escrowed (locked for milestones that the party pays for). A wallet
 * stores no amounts of its own, so it cannot disagree with the ledger.
 *
 * <p>A wallet is opened by the first movement of its money, reported once as {@code
 * payment.wallet-opened.v1}. Reading one's own wallet before that shows zeros. Wallets of others do
 * not exist for a caller, except for FINANCE_OPS, ADMIN and SUPERADMIN.
 *
 * <p>Compliance staff freezes a wallet and unfreezes it; finance staff closes one that is frozen and
 * empty. From a wallet that is not active nothing is funded, paid out or tipped, and nobody tops it
 * up. What is owed to its owner still arrives, because a release must not fail for a reason that
 * the payer knows nothing about. Reported as {@code payment.wallet-frozen.v1}, {@code
 * wallet-unfrozen.v1} and {@code wallet-closed.v1} on {@code payment.wallet-state.events}.
 *
 * <p>The statement lists the lines of AVAILABLE and PENDING, newest first, each with the balance it
 * left behind.
 */
@NullMarked
package guildhall.payment.wallet;

import org.jspecify.annotations.NullMarked;
