/**
 * Sales of assets: digital goods that a party pays for out of its wallet, once, to be allowed to
 * use them (posting rule 13).
 *
 * <pre>
 *  Absent ──paid──▶ Captured ──while pending──▶ Refunded
 *     └──refused──▶ Refused
 * </pre>
 *
 * <p>Contract-service runs the purchase and commands here what it needs on {@code
 * payment.asset.commands}, keyed by the licence, which is the idempotency key: a licence is paid
 * for once, a repetition gets the same answer, one with other terms is refused, and what was
 * refused stays refused (process C13, asset purchase).
 *
 * <p>The price goes from AVAILABLE of the buyer to PENDING of the seller, less the fee of contracts
 * of kind ASSET or ASSET_BOOSTED, and clears after the safety window. Until then it can be given
 * back, fee included; afterwards it cannot, because the seller may have spent it. A refund and the
 * sweep that clears both lock the hold of the sale, so exactly one of them gets it.
 *
 * <p><b>Invariants</b>, held by the decider and by the database: a licence is paid for at most once
 * and given back at most once · price = fee + net · what is given back is what was paid.
 *
 * <p>Reports {@code payment.asset-payment-captured.v1}, {@code -failed}, {@code -refunded} and
 * {@code payment.asset-refund-rejected.v1} on {@code payment.asset.events}.
 */
@NullMarked
package guildhall.payment.asset;

import org.jspecify.annotations.NullMarked;
