/**
 * The safety window. Released money first waits in PENDING of the payee, where a dispute can still
 * reach it, and becomes AVAILABLE when the window is over (7 days unless configured otherwise).
 *
 * <p>A sweep wakes up regularly, takes the holds that are due, posts rule 4 for all of them in one
 * transaction and reports {@code payment.funds-cleared.v1} for each. A sweep that dies has cleared
 * nothing; two sweeps at once take different holds.
 *
 * <p>A dispute recalls holds: their money leaves PENDING and they do not clear. When the dispute is
 * withdrawn they go on with the time that they had left; otherwise they stay recalled for ever. A
 * release is recalled with all of its holds or not at all, so one of which anything has cleared is
 * out of reach. Freeze and sweep lock the holds, so that exactly one of them gets them.
 *
 * <p>Invariants: every release of a net amount above zero has exactly one hold · a hold clears
 * once, never before its time · a recalled hold never clears · the sum of open holds of a party is
 * its PENDING balance.
 */
@NullMarked
package guildhall.payment.clearing;

import org.jspecify.annotations.NullMarked;
