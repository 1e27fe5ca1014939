/**
 * Chargebacks of top-ups (posting rule 16): a bank has taken a payment back from us, and so do we:
 * out of the wallet what is available, and what is missing becomes a debt (RECEIVABLE). A top-up
 * pays the debt as it comes in; a sweep takes whatever else comes into the wallet, be it earned or
 * returned. Until the debt is paid the party withdraws nothing, gets nothing refunded and pays
 * nobody else: it funds no escrow, buys no asset and tips nobody.
 *
 * <p>Money moves when the provider has moved it, not when a dispute is opened or closed: an inquiry
 * that never becomes a chargeback touches nothing. When a dispute is won and the provider has given
 * the money back, it pays what the party owes and goes into the wallet with the rest.
 *
 * <p>A report says how much is gone and how much has come back by now, so that reports may come
 * twice and in any order: whatever of one is not in the books yet is posted, under the provider's
 * id of the dispute. What the provider charges for a dispute is our expense, never the customer's,
 * and is known from its statement (package {@code reconciliation}).
 *
 * <p><b>Invariants.</b> What is gone of a payment because of its disputes never exceeds it · a
 * chargeback is posted once and returned once, whatever its events are called · never more comes
 * back than was taken · what a provider takes back that it never gave is refused and left to people
 * · whoever owes something has nothing to give to others.
 *
 * <p>Reports {@code payment.chargeback-received.v1} and {@code payment.chargeback-returned.v1}.
 */
@NullMarked
package guildhall.payment.chargeback;

import org.jspecify.annotations.NullMarked;
