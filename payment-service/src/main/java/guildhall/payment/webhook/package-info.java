/**
 * What payment providers tell us. A webhook carries no token: its sender proves itself by a
 * signature, which is the business of the provider's own package (see {@code sandbox}), and so is
 * the form of the event. Here an event is a {@link guildhall.payment.webhook.ProviderFact} in our
 * words, whichever provider it comes from, and goes to the feature that declares a {@link
 * guildhall.payment.webhook.FactHandler} for it.
 *
 * <p>Every event is recorded once per provider and event id, in the transaction of its effect: a
 * replay finds it and changes nothing, a failure records nothing and is sent again. Events that
 * match nothing of ours, or contradict it, are recorded with that outcome, counted in {@code
 * guildhall.payment.webhooks} and left to people, who find them at {@code /v1/webhook-events}; they
 * never move money.
 */
@NullMarked
package guildhall.payment.webhook;

import org.jspecify.annotations.NullMarked;
