/**
 * The provider's own statement against CASH_CLEARING: whatever the provider has booked must be in
 * our books once, and whatever our books say of the provider's money must be in its statement.
 *
 * <p>A statement is imported once a day, and whenever finance staff asks for it. Each of its
 * entries is kept once, however many statements repeat it; each reaches back some days, so that
 * what the provider booked late is found. Then entries and movements of CASH_CLEARING are
 * <em>matched</em>: an entry leads through the provider's reference to what our journals were
 * posted for, and the amounts must be equal. What a provider charges us is posted from its
 * statement (rule 16).
 *
 * <pre>
 *  entry ──same thing, same amount──▶ matched
 *    ├──undone by a later entry of the same reference (not a chargeback)──▶ matched with that
 *    ├──fee──▶ posted to PROCESSOR_FEES, matched
 *    └──unexplained for an hour──▶ posted to SUSPENSE, matched with that, a difference is open
 *  movement without an entry for an hour ──▶ a difference is open: missing at the provider
 *
 *  Open ◀──rejected── Proposed ──approved by somebody else──▶ Settled
 *    └─────────────────────┴──its counterpart turned up──▶ Settled
 * </pre>
 *
 * <p>An unexplained entry can be assigned to a wallet, assigned to a movement (of another amount or
 * reference; the rest is written off), or written off. A missing movement can be written off, or
 * its journal reversed. Written off is what ends in PROCESSOR_FEES.
 *
 * <p>A period is closed up to the end of a statement and can never be opened again. What becomes
 * known later, however early it was booked, counts in the period that is open then.
 *
 * <p><b>Invariants.</b> A match joins entries and movements of one currency with equal sums (held
 * by the database as well) · an entry and a movement belong to one match at most, for ever · an
 * unexplained difference is settled once, by two people or by its counterpart · a period is closed
 * only when everything before its end is matched, no difference is open, and the provider's balance
 * is the balance of CASH_CLEARING but for what is in transit.
 *
 * <p><b>Failures.</b> A provider that does not answer is asked again by the next round. A statement
 * whose closing balance is not the sum of all its entries is imported and shows its difference;
 * nothing can be closed until a later statement brings what is missing. Rounds of several instances
 * take turns at the lock of the currency's book, in short transactions that each leave everything
 * consistent, so a crash loses nothing.
 *
 * <p>Reports {@code payment.reconciliation-difference-found.v1} and {@code
 * payment.reconciliation-period-closed.v1}.
 */
@NullMarked
package guildhall.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
