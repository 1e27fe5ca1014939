/**
 * What the provider takes back or keeps: chargebacks of top-ups, and its own fees (posting rule
 * 16).
 *
 * <p><b>Chargeback.</b> A bank has taken a payment back from us, and so do we: out of the wallet
 * what is available, and what is missing becomes a debt (RECEIVABLE). Later top-ups pay the debt
 * first; until then the party withdraws nothing and gets nothing refunded. There is no state to
 * move through: a chargeback is posted once, whole, under the provider's id of it.
 *
 * <p><b>Fee.</b> What the provider charges us for a charge or a chargeback is our expense
 * (PROCESSOR_FEES → CASH_CLEARING), never the customer's.
 *
 * <p><b>Invariants.</b> Chargebacks of a payment never exceed it · a chargeback and a fee are
 * posted once, whatever their events are called · what a provider takes back that it never gave is
 * refused and left to people.
 *
 * <p>Reports {@code payment.chargeback-received.v1}.
 */
@NullMarked
package guildhall.payment.chargeback;

import org.jspecify.annotations.NullMarked;
