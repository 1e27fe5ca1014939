/**
 * A payment provider to try things with: a realistic stand-in for a company outside of the
 * platform. It keeps its own records, answers asynchronously with signed webhooks over HTTP, sends
 * events twice and in any order, and never tells the rest of the service anything by other means
 * than the ports that it implements and its webhooks.
 *
 * <p>What it does with a charge is decided by the last two digits of the amount in minor units:
 *
 * <ul>
 *   <li>13: declined, {@code CARD_DECLINED}
 *   <li>17: declined, {@code INSUFFICIENT_FUNDS}
 *   <li>23: captured, but no webhook ever arrives
 *   <li>29: captured, and the events arrive in reverse order
 *   <li>31: captured, but the answer to the request is lost on the way
 *   <li>41: the payer has to prove who they are, and does a moment later; then captured
 *   <li>43: the payer has to prove who they are, and refuses a moment later; then cancelled
 *   <li>47: the payer has to prove who they are, and never does
 *   <li>71: captured, and charged back a moment later, {@code FRAUDULENT}
 *   <li>73: the same, and the provider charges us 15.00 for it, as its statement says
 *   <li>79: the same as 73, and some time later the dispute is won
 *   <li>others: captured
 * </ul>
 *
 * <p>What it does with a payout is decided by the last two digits of what shall arrive:
 *
 * <ul>
 *   <li>13: refused, {@code ACCOUNT_CLOSED}: the bank rejects the destination
 *   <li>17: refused for the moment, {@code BANK_UNAVAILABLE}; the second attempt is paid
 *   <li>19: refused for the moment, every time
 *   <li>23, 29, 31: as with charges
 *   <li>37: neither paid nor refused, for ever
 *   <li>41: paid, and sent back by the bank a moment later, {@code NO_SUCH_ACCOUNT}
 *   <li>43: the same, but told the other way round: first that it came back
 *   <li>others: paid
 * </ul>
 *
 * <p>What it does with a refund is decided by the last two digits of the refunded amount:
 *
 * <ul>
 *   <li>13: refused, {@code CARD_CLOSED}
 *   <li>23, 29, 31: as with charges
 *   <li>others: sent back
 * </ul>
 *
 * <p>What it thinks of a payout account is decided by the last four characters of the token that it
 * pretends to have given the owner:
 *
 * <ul>
 *   <li>0013: restricted, {@code DOCUMENTS_REJECTED}
 *   <li>0017: closed
 *   <li>0023: verified, but no webhook ever arrives
 *   <li>0029: restricted, then verified, and the events arrive in reverse order
 *   <li>others: verified
 *   <li>no token: nothing until the owner follows an onboarding link; following is pretended as
 *       soon as the link is made, and ends in 4242
 * </ul>
 *
 * <p>Final events are delivered twice.
 *
 * <p>Its statement for reconciliation says what it told us, and what it charges us for a
 * chargeback, but for charges whose amount ends in:
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
