/**
 * How far it is known who parties are, as identity-service tells: a copy of its tiers to decide by.
 *
 * <p><b>Invariants.</b> What is older than what is known changes nothing, and neither does what is
 * told again: revisions only rise · a tier ends when it was said to end, whether or not the event
 * of that has arrived.
 *
 * <p>Subscribes as {@code payment.verification-tiers}. Who uses a tier says what counts where
 * nothing is known.
 */
@NullMarked
package guildhall.payment.verification;

import org.jspecify.annotations.NullMarked;
