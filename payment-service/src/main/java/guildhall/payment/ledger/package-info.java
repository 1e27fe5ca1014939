/**
 * The double-entry ledger: the only place where a balance changes.
 *
 * <p><b>Accounts</b> ({@link guildhall.payment.ledger.Account}) are named by code, owner and
 * currency. A balance is credits minus debits in minor units: what we owe is positive, what we own
 * is negative, and all balances of a currency add up to zero.
 *
 * <table>
 *   <caption>Posting rules of the features</caption>
 *   <tr><th>#</th><th>Trigger</th><th>Debit → credit</th><th>Written in</th></tr>
 *   <tr><td>1</td><td>top-up succeeded</td><td>CASH_CLEARING → AVAILABLE(owner)</td><td>topup</td></tr>
 *   <tr><td>2</td><td>escrow funded with A, buyer fee B</td><td>AVAILABLE(payer) A+B → ESCROW(e) A, BUYER_FEE_DEFERRED(e) B</td><td>escrow</td></tr>
 *   <tr><td>3</td><td>release of R with fee F, part B of the buyer fee</td><td>ESCROW(e) R, BUYER_FEE_DEFERRED(e) B → PENDING(payee or members of its team) R−F, FEE_REVENUE F+B</td><td>escrow</td></tr>
 *   <tr><td>4</td><td>safety window over</td><td>PENDING(payee) → AVAILABLE(payee)</td><td>clearing</td></tr>
 *   <tr><td>5</td><td>escrow refunded or cancelled</td><td>ESCROW(e) R, BUYER_FEE_DEFERRED(e) B → AVAILABLE(payer) R+B</td><td>escrow</td></tr>
 *   <tr><td>6</td><td>frozen by a dispute</td><td>ESCROW(e) H, and of what was released but is pending PENDING(payees), FEE_REVENUE → DISPUTE_HOLD(e), BUYER_FEE_DEFERRED(e)</td><td>escrow</td></tr>
 *   <tr><td>7</td><td>dispute decided</td><td>DISPUTE_HOLD(e), BUYER_FEE_DEFERRED(e) → AVAILABLE(payer), and the rest as 3</td><td>escrow</td></tr>
 *   <tr><td>7</td><td>dispute withdrawn, work goes on</td><td>6 in reverse, DISPUTE_HOLD(e) → ESCROW(e)</td><td>escrow</td></tr>
 *   <tr><td>8</td><td>payout requested, with fee F</td><td>AVAILABLE(owner) P → PAYOUT_TRANSIT P−F, FEE_REVENUE F</td><td>payout</td></tr>
 *   <tr><td>8</td><td>payout paid</td><td>PAYOUT_TRANSIT P−F → CASH_CLEARING</td><td>payout</td></tr>
 *   <tr><td>8</td><td>payout failed or cancelled</td><td>PAYOUT_TRANSIT P−F, FEE_REVENUE F → AVAILABLE(owner) P</td><td>payout</td></tr>
 *   <tr><td>8</td><td>payout that was paid sent back by the bank</td><td>CASH_CLEARING P−F, FEE_REVENUE F → AVAILABLE(owner) P</td><td>payout</td></tr>
 *   <tr><td>9</td><td>credits purchased</td><td>CASH_CLEARING → CREDIT_DEFERRED</td><td>credit</td></tr>
 *   <tr><td>11</td><td>credits of value V used up</td><td>CREDIT_DEFERRED V → PENDING(talent) share, FEE_REVENUE rest</td><td>credit</td></tr>
 *   <tr><td>12</td><td>bonus credits granted, or expired</td><td>PROMO_EXPENSE → CREDIT_DEFERRED, or back</td><td>credit</td></tr>
 *   <tr><td>14</td><td>subscription period, upgrade, invoice of the platform</td><td>AVAILABLE(payer) → FEE_REVENUE</td><td>subscription, invoice</td></tr>
 *   <tr><td>15</td><td>tip of T with fee F</td><td>AVAILABLE(payer) T → PENDING(payee or members of its team) T−F, FEE_REVENUE F</td><td>tip</td></tr>
 *   <tr><td>15</td><td>referral rewarded</td><td>PROMO_EXPENSE → AVAILABLE(beneficiary)</td><td>referral</td></tr>
 *   <tr><td>15</td><td>adjustment, by two persons</td><td>platform → AVAILABLE(owner), the reverse, or a wrong journal turned around</td><td>adjustment</td></tr>
 *   <tr><td>16</td><td>the provider charged us</td><td>PROCESSOR_FEES → CASH_CLEARING</td><td>reconciliation</td></tr>
 *   <tr><td></td><td>unexplained at the provider</td><td>CASH_CLEARING → SUSPENSE</td><td>reconciliation</td></tr>
 *   <tr><td>5</td><td>refund to the card approved / processed / failed / returned by the bank</td><td>AVAILABLE(owner) → PAYOUT_TRANSIT / PAYOUT_TRANSIT → CASH_CLEARING / PAYOUT_TRANSIT → AVAILABLE(owner) / CASH_CLEARING → AVAILABLE(owner)</td><td>refund</td></tr>
 *   <tr><td>16</td><td>chargeback</td><td>AVAILABLE(owner), RECEIVABLE(owner) → CASH_CLEARING</td><td>chargeback</td></tr>
 *   <tr><td>16</td><td>chargeback won</td><td>CASH_CLEARING → RECEIVABLE(owner), AVAILABLE(owner)</td><td>chargeback</td></tr>
 *   <tr><td>16</td><td>top-up of a debtor</td><td>AVAILABLE(owner) → RECEIVABLE(owner)</td><td>topup</td></tr>
 * </table>
 *
 * <p><b>Invariants</b>, each held by the decider and by the database:
 *
 * <ul>
 *   <li>Debits equal credits in every journal, in one currency, with at least two entries, each
 *       above zero.
 *   <li>AVAILABLE, PENDING and ESCROW are never negative; no balance ever overflows.
 *   <li>A source (type, id, step) is posted at most once, whoever asks and however often.
 *   <li>Journals and lines are only ever inserted. A mistake is corrected by a reversing journal,
 *       and the hash chain of package {@code seal} shows it when somebody does otherwise.
 *   <li>An account's balance is the balance after its newest line and the sum of all its lines.
 * </ul>
 *
 * <p><b>Failures.</b> A posting that would break a rule is refused as a value. One that gets past
 * the decider is refused by the database, and the whole transaction with it. A ledger that does not
 * add up is never repaired silently: the audit makes the service report itself unhealthy, shows the
 * difference as {@code guildhall.payment.ledger.difference} and raises an alarm (package {@code
 * alarm}).
 *
 * <p><b>Staff</b> looks at any account and its lines, and finds journals by whatever they know: the
 * id of a journal, escrow, contract, top-up or anything else that a journal was posted for or
 * names, a party, a provider's reference. A feature with references of its own declares a {@link
 * guildhall.payment.ledger.SourceLookup}.
 */
@NullMarked
package guildhall.payment.ledger;

import org.jspecify.annotations.NullMarked;
