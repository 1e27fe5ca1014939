/**
 * Refunds: a top-up, or a part of it, goes back to the card that it came from (posting rule 5).
 *
 * <pre>
 *  Pending ──staff, or by itself──▶ Approved ──provider──▶ Processed
 *     └──staff──▶ Rejected              ├──provider──▶ Failed
 *                                       Processed ──bank──▶ Failed
 * </pre>
 *
 * <p>A refund approves itself when it concerns only money that was paid in and is still in the
 * wallet. When the wallet holds earnings as well and the amount reaches into them, somebody of
 * finance who is not the requester decides, because card refunds are a way to turn earnings into
 * money that no payout limit sees. A large one needs a second person (see {@link
 * guildhall.payment.approval}), and anybody of finance may still say no before that.
 *
 * <p>Approval takes the amount out of the wallet (AVAILABLE → PAYOUT_TRANSIT), so that it cannot be
 * spent while the provider is at work; the provider's word sends it on (PAYOUT_TRANSIT →
 * CASH_CLEARING) or back (PAYOUT_TRANSIT → AVAILABLE). The provider is asked after the approval is
 * committed, by the request of the owner or, when staff approved, by a timer right away, and knows
 * the refund by its id; the timer asks what became of it and asks again when it never arrived.
 * Webhooks and answers are the same facts and may come twice, late and in any order.
 *
 * <p><b>Invariants.</b> At most one open refund per payment · what was refunded, is being refunded
 * and was charged back never exceeds the payment · never more than is available · nobody decides
 * about a refund of their own, or approves twice · a party that owes the platform gets nothing
 * back.
 *
 * <p>Reports {@code payment.refund-requested.v1}, {@code payment.refund-processed.v1}, {@code
 * payment.refund-rejected.v1} and {@code payment.refund-failed.v1}.
 */
@NullMarked
package guildhall.payment.refund;

import org.jspecify.annotations.NullMarked;
