/**
 * What payment providers tell us. A webhook carries no token: its sender proves itself by an
 * HMAC-SHA256 signature over the time of sending and the exact body, made with the shared secret,
 * and not older or newer than five minutes.
 *
 * <p>Every event is recorded once per provider and event id, in the transaction of its effect: a
 * replay finds it and changes nothing, a failure records nothing and is sent again. Events that
 * match no top-up, or contradict it, are recorded with that outcome, counted in {@code
 * guildhall.payment.webhooks} and left to people; they never move money.
 */
@NullMarked
package guildhall.payment.webhook;

import org.jspecify.annotations.NullMarked;
