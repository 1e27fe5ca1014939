/**
 * Ways to pay that a party has left with the payment provider. We keep the provider's token and
 * what people know a card by (brand, last four digits, expiry); a card number never comes here, the
 * owner's browser gives it to the provider.
 *
 * <p>Adding one takes two steps: begin, which answers with a secret for the provider's code in the
 * browser, and complete, which asks the provider whether the owner has done it. Both can be
 * repeated. A top-up may name a method that is ready and belongs to the same party.
 *
 * <p>Invariants: nobody sees or uses another party's method · a removed method is never used again,
 * and the provider is told to forget it, again and again until it has.
 */
@NullMarked
package guildhall.payment.paymentmethod;

import org.jspecify.annotations.NullMarked;
