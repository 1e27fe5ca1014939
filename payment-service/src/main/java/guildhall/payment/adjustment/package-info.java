/**
 * Corrections of the books by hand: staff credits or debits a wallet against an account of the
 * platform, or reverses a journal that was wrong (posting rule 15). Nothing that was posted is ever
 * edited; a correction is one more journal.
 *
 * <pre>
 *  Requested ──somebody else approves──▶ Posted
 *      ├──somebody else says no──▶ TurnedDown
 *      ├──whoever asked thinks better of it──▶ Withdrawn
 *      └──nobody decided in time──▶ Expired
 * </pre>
 *
 * <p><b>Invariants</b>, for the whole staff up to SUPERADMIN:
 *
 * <ul>
 *   <li>Two persons: nobody approves what they asked for, and nobody asks for or approves what
 *       changes the wallet of the party that they act for.
 *   <li>An adjustment is limited; a larger one needs the approval of an administrator; what one
 *       person may approve within a day is limited as well.
 *   <li>A journal is reversed at most once, as a whole, and only when all its accounts are wallets'
 *       AVAILABLE or the platform's own: escrows, pending earnings, payouts on their way and debts
 *       have a life of their own that a bare posting would contradict.
 *   <li>No wallet is overdrawn. Frozen wallets are adjusted all the same, which may be what the
 *       investigation ends with; nothing goes into a closed one.
 *   <li>What was approved is exactly what was asked for: the entries are stored with the request.
 * </ul>
 *
 * <p>Every act of staff needs a reason and is written to the audit of operators, the refused ones
 * included. Reported as {@code payment.adjustment-requested.v1}, {@code adjustment-posted.v1} and
 * {@code adjustment-declined.v1} on {@code payment.adjustment.events}.
 */
@NullMarked
package guildhall.payment.adjustment;

import org.jspecify.annotations.NullMarked;
