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
 *   <tr><td>2</td><td>escrow funded</td><td>AVAILABLE(payer) → ESCROW(e)</td><td>escrow</td></tr>
 *   <tr><td>3</td><td>release of R with fee F</td><td>ESCROW(e) R → PENDING(payee) R−F, FEE_REVENUE F</td><td>escrow</td></tr>
 *   <tr><td>4</td><td>safety window over</td><td>PENDING(payee) → AVAILABLE(payee)</td><td>clearing</td></tr>
 *   <tr><td>5</td><td>escrow refunded or cancelled</td><td>ESCROW(e) → AVAILABLE(payer)</td><td>escrow</td></tr>
 *   <tr><td>8</td><td>payout requested, with fee F</td><td>AVAILABLE(owner) P → PAYOUT_TRANSIT P−F, FEE_REVENUE F</td><td>payout</td></tr>
 *   <tr><td>8</td><td>payout paid</td><td>PAYOUT_TRANSIT P−F → CASH_CLEARING</td><td>payout</td></tr>
 *   <tr><td>8</td><td>payout failed or cancelled</td><td>PAYOUT_TRANSIT P−F, FEE_REVENUE F → AVAILABLE(owner) P</td><td>payout</td></tr>
 *   <tr><td>5</td><td>refund to the card approved / processed / failed</td><td>AVAILABLE(owner) → PAYOUT_TRANSIT / PAYOUT_TRANSIT → CASH_CLEARING / PAYOUT_TRANSIT → AVAILABLE(owner)</td><td>refund</td></tr>
 *   <tr><td>16</td><td>chargeback</td><td>AVAILABLE(owner), RECEIVABLE(owner) → CASH_CLEARING</td><td>chargeback</td></tr>
 *   <tr><td>16</td><td>top-up of a debtor</td><td>AVAILABLE(owner) → RECEIVABLE(owner)</td><td>topup</td></tr>
 *   <tr><td>16</td><td>provider keeps a fee</td><td>PROCESSOR_FEES → CASH_CLEARING</td><td>chargeback</td></tr>
 * </table>
 *
 * <p><b>Invariants</b>, each held by the decider and by the database:
 *
 * <ul>
 *   <li>Debits equal credits in every journal, in one currency, with at least two entries, each
 *       above zero.
 *   <li>AVAILABLE, PENDING and ESCROW are never negative; no balance ever overflows.
 *   <li>A source (type, id, step) is posted at most once, whoever asks and however often.
 *   <li>Journals and lines are only ever inserted. A mistake is corrected by a reversing journal.
 *   <li>An account's balance is the balance after its newest line and the sum of all its lines.
 * </ul>
 *
 * <p><b>Failures.</b> A posting that would break a rule is refused as a value. One that gets past
 * the decider is refused by the database, and the whole transaction with it. A ledger that does not
 * add up is never repaired silently: the audit makes the service report itself unhealthy and shows
 * the difference as {@code guildhall.payment.ledger.difference}.
 */
@NullMarked
package guildhall.payment.ledger;

import org.jspecify.annotations.NullMarked;
