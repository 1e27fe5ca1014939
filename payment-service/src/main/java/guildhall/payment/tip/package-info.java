/**
 * Tips: what a client gives for finished work on top of what was agreed.
 *
 * <p>The client of an escrow of which something was released may tip at any time afterwards. The
 * money goes from AVAILABLE(client) to PENDING of the payee, or of the members of its team as a
 * release would, and clears after the safety window (posting rule 15). The fee is that of contracts
 * of kind TIP in the schedule in force: nothing unless configured otherwise. A dispute does not
 * reach a tip.
 *
 * <p>The id of a tip is derived from the idempotency key of its request, so a repeated request
 * finds the tip of the first one. Reports {@code payment.tip-paid.v1} on {@code
 * payment.tip.events}.
 *
 * <p>Invariants: a tip is given once and never changes · only for an escrow that has paid its
 * payee, in its currency.
 */
@NullMarked
package guildhall.payment.tip;

import org.jspecify.annotations.NullMarked;
