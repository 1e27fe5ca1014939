/**
 * What a talent has earned, by milestone (or task) and currency. A plain read model: one row for
 * each release and each task that was paid with credits, recorded from the service's own {@code
 * payment.escrow-released.v1}, {@code payment.credits-consumed.v1} and {@code
 * payment.asset-payment-captured.v1}, and added up when somebody looks. A repeated event finds its
 * row and changes nothing. Members of a team have rows of their own, with what they got. What a
 * dispute recalled does not count, unless it is given back. Every figure says when it was recorded
 * last, because it follows the ledger by the moment that an event takes.
 */
@NullMarked
package guildhall.payment.earnings;

import org.jspecify.annotations.NullMarked;
