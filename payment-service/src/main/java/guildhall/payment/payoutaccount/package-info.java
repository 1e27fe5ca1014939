/**
 * Where a party has its money sent: a bank account, a card, a PayPal or a mobile money account,
 * known to a payment provider. We keep the provider's token of the destination and its last four
 * characters, never a number; the owner gives the number to the provider.
 *
 * <pre>
 *  PendingVerification ──verified──▶ Active ◀──verified / lifted── Restricted
 *        │      └──────restricted─────┼──────────restricted──────▶    │
 *        └───────────────────────────▶ Disabled ◀─────────────────────┘
 * </pre>
 *
 * <p>The provider verifies the owner and reports by webhook; it may take any number of turns
 * between active and restricted. Finance staff may restrict an account as well, and so does a
 * payout that the bank rejects. What staff restricted only staff lifts; a rejected payout is
 * forgotten when the owner names another destination and the provider verifies that, or when staff
 * lifts it. Disabled is final: the owner removed the account, or the provider closed it.
 *
 * <p><b>Invariants.</b> One account per external account of a provider · only an active account
 * receives payouts, and only when its destination has been the same for the hold (72 hours by
 * default), so that a thief who changes it gives the owner time to notice · reports of the provider
 * may come twice, late and in any order: the newest counts.
 *
 * <p>Reports {@code payment.payout-account-activated.v1}, {@code payment.payout-account-changed.v1}
 * and {@code payment.payout-account-restricted.v1}.
 */
@NullMarked
package guildhall.payment.payoutaccount;

import org.jspecify.annotations.NullMarked;
