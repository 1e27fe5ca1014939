/**
 * Stripe behind the ports of this service: charges ({@code PaymentIntents}), refunds, disputes,
 * stored cards ({@code SetupIntents}), payout accounts and payouts (Connect), and the statement for
 * reconciliation ({@code balance transactions}). Chosen with {@code guildhall.payment.provider:
 * stripe}; without its keys the service does not start.
 *
 * <p><b>Charges.</b> The id of the top-up is the idempotency key of the PaymentIntent and is
 * written into its metadata, where it is found when the answer to the request was lost. The owner
 * completes the payment in the browser with the client secret ({@code GET
 * /v1/top-ups/{id}/confirmation}); while Stripe waits for that, the top-up requires action, and it
 * is cancelled there before it is here. One failed attempt ends a top-up: the PaymentIntent is
 * cancelled before the failure is believed, so that nothing can be captured afterwards, and when it
 * cannot be cancelled any more it is Stripe's next event that decides.
 *
 * <p><b>Refunds and disputes.</b> The id of the refund is the idempotency key of the Refund and is
 * written into its metadata. Stripe reports a refund as succeeded when it has asked the bank; when
 * the bank cannot, it fails weeks later, and the money is in the wallet again. A dispute is booked
 * by what it does to our balance: {@code funds_withdrawn} takes the money from its owner, {@code
 * funds_reinstated} gives it back; an inquiry, and that a dispute was opened or lost, moves
 * nothing. Events may be old: how a refund or a dispute stands is read from Stripe.
 *
 * <p><b>Payouts.</b> A payout account is a connected account that pays out only when we say so. An
 * attempt of a payout is a transfer to it and a payout of it; when the second fails, the first is
 * reversed before the failure is reported. What Stripe refuses at once is noted, and told when the
 * payout is checked. A payout that was paid may fail days later, when the bank sends it back;
 * Stripe has no other word for that, and the payout itself knows that it was paid. Whichever of the
 * two events comes first, the failure counts.
 *
 * <p><b>Payment methods.</b> A card is kept by a SetupIntent, with one customer per party, and
 * charged at once, unless the bank asks the owner for a proof of identity first.
 *
 * <p><b>Webhooks.</b> An event is verified ({@code Stripe-Signature}), stored once per event id,
 * and acknowledged; what it says is handled right away, and again by a chore, later and later, when
 * that fails. After the last try it waits for staff, who see it at {@code
 * /v1/webhook-events/stripe} and can have it tried again. Events that mean nothing to us are
 * acknowledged and forgotten.
 *
 * <p><b>Statement.</b> A charge is booked gross and Stripe's fee for it beside it. The balance at
 * the end of a statement is the balance of now less what was booked since, read twice until nothing
 * happens in between.
 *
 * <p>Stripe counts some currencies in other units than ISO 4217 does; {@link
 * guildhall.payment.stripe.StripeMoney} is the only place that knows.
 */
@NullMarked
package guildhall.payment.stripe;

import org.jspecify.annotations.NullMarked;
