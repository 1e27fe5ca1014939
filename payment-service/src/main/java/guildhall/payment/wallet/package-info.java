/**
 * What a party owns in one currency, read from the ledger: available (to spend), pending (earned,
 * inside its safety window) and escrowed (locked for milestones that the party pays for). A wallet
 * stores no amounts of its own, so it cannot disagree with the ledger.
 *
 * <p>A wallet is opened by the first movement of its money, reported once as {@code
 * payment.wallet-opened.v1}. Reading one's own wallet before that shows zeros. Wallets of others do
 * not exist for a caller, except for FINANCE_OPS, COMPLIANCE, ADMIN and SUPERADMIN.
 *
 * <p>Staff freezes a wallet and unfreezes it, with a reason; finance staff closes one that is
 * frozen and empty, whose owner owes nothing, and that nothing can come back into from an escrow, a
 * payout or a refund. From a wallet that is not active nothing is funded, paid out or tipped, and
 * nobody tops it up. What is owed to its owner still arrives, because a release must not fail for a
 * reason that the payer knows nothing about. Every decision is kept, in the history of the wallet
 * and in the audit of operators. Reported as {@code payment.wallet-frozen.v1}, {@code
 * wallet-unfrozen.v1} and {@code wallet-closed.v1} on {@code payment.wallet-state.events}.
 *
 * <p><b>Races.</b> Who spends and who decides about a wallet both lock its AVAILABLE account first.
 * So once a freeze was answered, nothing leaves the wallet any more, whatever was already on its
 * way. A bank that takes a payment back locks the same account: either the debt keeps the wallet
 * open, or it comes to a wallet that was closed before and is owed there.
 *
 * <p>The statement lists the lines of AVAILABLE and PENDING, newest first, each with the balance it
 * left behind. The same lines make the file for spreadsheets, the sums of a period and the balance
 * at any moment of the past.
 */
@NullMarked
package guildhall.payment.wallet;

import org.jspecify.annotations.NullMarked;
