/**
 * A payment provider to try things with: a realistic stand-in for a company outside of the
 * platform. It keeps its own records, answers asynchronously with signed webhooks over HTTP, sends
 * events twice and in any order, and never tells the rest of the service anything by other means
 * than the {@link guildhall.payment.topup.PaymentProvider} port and its webhooks.
 *
 * <p>What it does with a charge is decided by the last two digits of the amount in minor units:
 *
 * <ul>
 *   <li>13: declined, {@code CARD_DECLINED}
 *   <li>17: declined, {@code INSUFFICIENT_FUNDS}
 *   <li>23: captured, but no webhook ever arrives
 *   <li>29: captured, and the events arrive in reverse order
 *   <li>31: captured, but the answer to the request is lost on the way
 *   <li>others: captured
 * </ul>
 *
 * <p>The final event of every charge is delivered twice.
 *
 * <p>Its statement for reconciliation says what it told us, but for charges whose amount ends in:
 *
 * <ul>
 *   <li>61: not in the statement
 *   <li>63: in the statement with 1.00 less
 *   <li>67: with a fee of 1.5 % beside it
 *   <li>69: with 5.00 beside it that nobody asked for
 * </ul>
 */
@NullMarked
package guildhall.payment.sandbox;

import org.jspecify.annotations.NullMarked;
