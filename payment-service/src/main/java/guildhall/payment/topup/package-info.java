/**
 * Money that comes in: a party asks for a top-up, a payment provider charges it, the wallet is
 * credited (posting rule 1).
 *
 * <pre>
 *  Created ─────▶ ActionRequired ─────▶ Processing ─────▶ Succeeded
 *     │ └────────────────│────────────────▲   │ └────────▶ Declined
 *     │                  │                    │
 *     ├──────────────────┴────────────────────┴──▶ Cancelled ──captured late──▶ Succeeded
 *     └──provider never reached──────────────────▶ Abandoned ──captured late──▶ Succeeded
 * </pre>
 *
 * <p>The intent is committed before the provider is called and its id is the provider's idempotency
 * key. A timer set in the same transaction repairs a crash or a silent provider: it asks the
 * provider what became of the charge, submits again what never arrived, and abandons an intent that
 * could not be submitted for 30 minutes. Webhooks and answers to queries are the same facts and may
 * come twice, late or in any order.
 *
 * <p><b>The payer.</b> While the provider wants a card or a proof of identity, the payer, and
 * nobody else, gets what the provider's code in the browser needs ({@code GET
 * /v1/top-ups/{id}/confirmation}). Until the provider works on the charge the payer may cancel it
 * ({@code POST /v1/top-ups/{id}/cancellation}); afterwards that is refused (409). What nobody has
 * completed when 30 minutes are over, the timer cancels.
 *
 * <p><b>Cancelling</b> is done at the provider first, whose answer decides: when the payer was
 * faster, the charge goes on. What the provider has never heard of is cancelled here; as the
 * request may be on its way, the next check looks once more, and cancels it there as well. A charge
 * that is captured all the same is booked like any other, not sent back: the money is with us, the
 * wallet is the payer's, and a refund to the card is theirs to ask for.
 *
 * <p>A party that owes the platform something after a chargeback pays that first: what comes in is
 * credited, and the debt is taken out of it in the same transaction.
 *
 * <p><b>Invariants.</b> A captured charge credits the wallet exactly once · a wallet is credited
 * only with the amount that was asked for; another amount is refused and left to people · an
 * abandoned or cancelled charge that was captured after all is credited, because the money is with
 * us · a declined charge is never credited.
 *
 * <p>Reports {@code payment.payment-action-required.v1}, {@code payment-succeeded.v1}, {@code
 * payment-failed.v1} and {@code payment-cancelled.v1}.
 */
@NullMarked
package guildhall.payment.topup;

import org.jspecify.annotations.NullMarked;
