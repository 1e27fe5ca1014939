/**
 * The safety window. Released money first waits in PENDING of the payee, where a dispute can still
 * reach it, and becomes AVAILABLE when the window is over (7 days unless configured otherwise).
 *
 * <p>A sweep wakes up regularly, takes the holds that are due, posts rule 4 for all of them in one
 * transaction and reports {@code payment.funds-cleared.v1} for each. A sweep that dies has cleared
 * nothing; two sweeps at once take different holds.
 *
 * <p>Invariants: every release of a net amount above zero has exactly one hold · a hold clears
 * once, never before its time · the sum of open holds of a party is its PENDING balance.
 */
@NullMarked
package guildhall.payment.clearing;

import org.jspecify.annotations.NullMarked;
