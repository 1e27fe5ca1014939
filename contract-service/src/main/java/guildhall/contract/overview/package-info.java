/**
 * What a party sees of its contracts: state, money, deadlines, timeline, and what it may do next.
 *
 * <p>Plain reading, no rules of its own: the actions that it offers are those that the deciders of
 * the other features would accept. Nobody but the two parties sees that a contract exists.
 */
@NullMarked
package guildhall.contract.overview;

import org.jspecify.annotations.NullMarked;
