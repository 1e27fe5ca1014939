/**
 * How many of the staff have to agree before money moves: one, and from a configured amount on (1
 * 500 major units of any currency) two. The first approval is written down and changes nothing
 * else; the second one, by another person, takes effect; whoever says no in between ends it.
 *
 * <p>Reviews of payouts and of refunds and bonus credits decide by this. Adjustments and the
 * settlement of differences have two persons whatever the amount: one asks, another one approves.
 *
 * <p><b>Invariant.</b> Nobody approves the same thing twice, which the tables hold as well.
 */
@NullMarked
package guildhall.payment.approval;

import org.jspecify.annotations.NullMarked;
