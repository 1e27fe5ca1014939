/**
 * Ending a contract before its time (process C5, cancel and refund, as far as one side may decide
 * alone).
 *
 * <ul>
 *   <li>Before the contract is active, either side may back out. The escrow is closed first, so
 *       that a funding which is on its way is refused or taken back; only then is the contract
 *       CANCELLED.
 *   <li>While it is active, either side may end it as long as no unpaid milestone was started:
 *       everything that is held goes back to the client. The contract is TERMINATED (or COMPLETED,
 *       when a milestone was paid) once payment confirmed that.
 *   <li>Once work on a milestone has begun, ending it needs the agreement of both sides: refused.
 * </ul>
 *
 * <p>A repeated request changes nothing. {@link guildhall.contract.cancellation.Exit} is also the
 * preview: a party sees who would get how much before it asks.
 */
@NullMarked
package guildhall.contract.cancellation;

import org.jspecify.annotations.NullMarked;
