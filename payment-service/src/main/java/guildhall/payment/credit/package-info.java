/**
 * Credits: prepaid integer units that a client spends on tasks. A credit is not money and is never
 * paid out; what was paid for it waits in CREDIT_DEFERRED until it is used up.
 *
 * <pre>
 *  purchase ─▶ available ──reserve──▶ reserved(task) ──consume──▶ used up
 *  bonus ────▶     │   ◀──release──────────┘
 *                  └──expire (bonus only), or revoke──▶ gone
 * </pre>
 *
 * <p>Units come in lots. A lot remembers what its units are worth, because packs differ in price,
 * and when they expire. Units are taken from the lot that expires first, then from the oldest, and
 * each takes its part of the lot's value along; the last unit of a lot takes the rest, so that no
 * cent is ever left over. A release returns units to the lots that they came from; bonus units that
 * have expired meanwhile expire at once.
 *
 * <p><b>Posting rules.</b> 9, purchase: CASH_CLEARING → CREDIT_DEFERRED · 11, consumption:
 * CREDIT_DEFERRED → PENDING(talent) share, FEE_REVENUE rest · 12, bonus: PROMO_EXPENSE →
 * CREDIT_DEFERRED, and back when it expires. Reservation and release (rule 10) move units only.
 *
 * <p>A purchase is a charge of the {@code topup} feature, which asks the provider, repairs crashes
 * and hears webhooks; this feature claims what it asked for, so that the money does not go into the
 * wallet. Until the provider works on it, its buyer may cancel it ({@code POST
 * /v1/credits/purchases/{id}/cancellation}). The invoice of a purchase is written in the same
 * transaction.
 *
 * <p>When a bank takes a purchase back, units that are neither reserved nor used up are revoked and
 * pay for it out of CREDIT_DEFERRED; the owner owes the rest, and reserves nothing for new tasks
 * before it is paid.
 *
 * <p>Staff gives bonuses away. A large one waits until somebody else approves it (see {@link
 * guildhall.payment.approval}), and expires so long after that.
 *
 * <p>The owner is told once when what is left lasts for no more than two of its average tasks
 * ({@code payment.credits-ran-low.v1}), and again only after there was more. The average is that of
 * what the newest twenty tasks took, reserved or used up, without what they gave back; who has had
 * no task is never low.
 *
 * <p><b>Commands</b> arrive on {@code payment.credit.commands}, keyed by owner, and each gets an
 * answer on {@code payment.credit.events}, the same one for a repetition. A task reserves once,
 * consumes once and releases once; a known task with other terms is refused. A refused reservation
 * leaves no trace and may be tried again.
 *
 * <p><b>Invariants</b>, held by the decider and by the database: available and reserved are never
 * negative · available is the sum of what is left in the lots · only reserved units are used up ·
 * reserved = consumed + released + still open for every task · movements are only ever added, and
 * the newest says where the account stands.
 */
@NullMarked
package guildhall.payment.credit;

import org.jspecify.annotations.NullMarked;
