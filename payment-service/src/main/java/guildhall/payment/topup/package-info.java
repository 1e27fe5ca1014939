/**
 * Money that comes in: a party asks for a top-up, a payment provider charges it, the wallet is
 * credited (posting rule 1).
 *
 * <pre>
 *  Created ──provider took it──▶ Processing ──captured──▶ Succeeded
 *     │ └──────────captured / declined early──────────▶     ▲
 *     │                              └──declined──▶ Declined │
 *     └──provider never reached──▶ Abandoned ──captured late─┘
 * </pre>
 *
 * <p>The intent is committed before the provider is called and its id is the provider's idempotency
 * key. A timer set in the same transaction repairs a crash or a silent provider: it asks the
 * provider what became of the charge, submits again what never arrived, and abandons an intent that
 * could not be submitted for 30 minutes. Webhooks and answers to queries are the same facts and may
 * come twice, late or in any order.
 *
 * <p>A party that owes the platform something after a chargeback pays that first: what comes in is
 * credited, and the debt is taken out of it in the same transaction.
 *
 * <p><b>Invariants.</b> A captured charge credits the wallet exactly once · a wallet is credited
 * only with the amount that was asked for; another amount is refused and left to people · an
 * abandoned charge that was captured after all is credited, because the money is with us · a
 * declined charge is never credited.
 *
 * <p>Reports {@code payment.payment-succeeded.v1} and {@code payment.payment-failed.v1}.
 */
@NullMarked
package guildhall.payment.topup;

import org.jspecify.annotations.NullMarked;
