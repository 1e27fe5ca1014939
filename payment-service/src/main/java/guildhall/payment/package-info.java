/**
 * Every movement of customers' money. Payment-service obeys the commands on {@code
 * payment.commands}, takes top-ups over HTTP, and reports what happened on {@code
 * payment.escrow.events} and {@code payment.wallet.events}. It never decides what ought to be paid:
 * that is the business of the service that owns the process.
 *
 * <p>The features, from the ground up:
 *
 * <ul>
 *   <li>{@code ledger}: accounts, journals, lines; the only place where a balance changes
 *   <li>{@code fee}: what the platform earns from a release
 *   <li>{@code clearing}: the safety window between earned and available
 *   <li>{@code wallet}: what a party owns, and its statement
 *   <li>{@code escrow}: money locked for one milestone
 *   <li>{@code tip}: what a client gives on top
 *   <li>{@code asset}: digital goods that are paid for once
 *   <li>{@code referral}: what the platform pays for new customers
 *   <li>{@code topup}: money that comes in through a provider
 *   <li>{@code invoice}: what is owed or was paid, on paper
 *   <li>{@code credit}: prepaid units that tasks are paid with
 *   <li>{@code subscription}: plans that are paid for period by period
 *   <li>{@code earnings}: what a talent has earned, by milestone, task or asset
 *   <li>{@code refund}, {@code chargeback}: money that goes back to the card, by our will or not
 *   <li>{@code payoutaccount}, {@code payout}: money that goes out to where its owner wants it
 *   <li>{@code provider}, {@code webhook}: what providers are to us, and what they tell us, once
 *   <li>{@code paymentmethod}: cards that parties have left with the provider
 *   <li>{@code reconciliation}: the provider's statement against the books
 *   <li>{@code sandbox}: a payment provider to try things with
 *   <li>{@code stripe}: a payment provider for real
 * </ul>
 *
 * <p>Every change follows one pattern: lock what the commands touch in one fixed order (the own
 * aggregate, then billing of pairs, then numbers of invoices, then ledger accounts), decide in
 * memory on what was loaded, and write the results as sets in the same transaction. The pattern is
 * the same for one command and for many.
 */
@NullMarked
package guildhall.payment;

import org.jspecify.annotations.NullMarked;
