/**
 * Escrow: money locked for exactly one milestone, cycle or week.
 *
 * <pre>
 *  Absent ──fund, too little──▶ Pending ──fund──▶ Funded ──release──▶ PartiallyReleased ──▶ Released
 *     │                            │                │ └──refund all──▶ Refunded         └──▶ Settled
 *     └─cancel──▶ Tombstone        └─cancel──▶ Cancelled
 *
 *  any with money ──freeze──▶ Frozen ──unfreeze──▶ as before
 *                                │   ──return to work──▶ Funded (or PartiallyReleased)
 *                                └─────split──▶ Released, Refunded or Settled
 * </pre>
 *
 * <p>Cancelling what was funded returns whatever is held and ends in Refunded, Released or Settled;
 * the cancellation is remembered as a movement. A {@code Tombstone} remembers the cancellation of
 * an escrow that nobody has funded yet, so that a funding that arrives late is refused.
 *
 * <p><b>Disputes.</b> A freeze takes everything that a dispute can still decide about: what is
 * held, and what was released but is inside its safety window, out of PENDING of the payees and out
 * of the fee that the platform had earned (posting rule 6). What the payee can already spend stays
 * with the payee; when there is nothing else, the freeze is refused. While frozen, nothing is
 * released, refunded or cancelled: FROZEN. A dispute has exactly one outcome (posting rule 7): it
 * is withdrawn and everything goes back to where it was, the work goes on and everything is held
 * again, or both sides get their part in one journal, with a fee on the talent's part only. The
 * dispute id makes freeze and outcome idempotent.
 *
 * <p><b>Price.</b> What the payer pays on top (the buyer fee) is decided and taken at the funding
 * and kept in BUYER_FEE_DEFERRED(e); see the fee feature. <b>Teams.</b> The net amount of a
 * release, or of the talent's part of a split, is divided among the members that the funding names;
 * each has a safety hold of its own.
 *
 * <p><b>Commands</b> arrive on {@code payment.commands}, keyed by escrow. <b>Every command gets an
 * answer</b> on {@code payment.escrow.events}; a business "no" is an answer, too. The answer is
 * computed from the state after the decision, so a repeated command finds the answer of its first
 * delivery: the attempt number identifies a funding, the release id a release, the refund id a
 * refund or cancellation. A known id with other terms is refused with TERMS_DIFFER. A refused
 * funding stays refused (there is a next attempt); a refused release or refund leaves no trace and
 * may be tried again with the same id.
 *
 * <p><b>Invariants</b>, held by the decider and by the database: funded = held + frozen + released
 * + refunded, none negative · held is the balance of the ledger account ESCROW(e), frozen that of
 * DISPUTE_HOLD(e), the deferred buyer fee that of BUYER_FEE_DEFERRED(e) · what is frozen is never
 * held at the same time · the parties and the amount never change once funded · a release, refund,
 * cancellation, freeze or outcome happens once.
 *
 * <p>{@link guildhall.payment.escrow.EscrowDesk} handles any number of commands, in the order in
 * which they arrived, on what was loaded for all of them; nothing in it does I/O.
 */
@NullMarked
package guildhall.payment.escrow;

import org.jspecify.annotations.NullMarked;
