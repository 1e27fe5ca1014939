/**
 * Reputations: what the published reviews of a party add up to.
 *
 * <p>An average is always recomputed from all published reviews and never incremented, so that a
 * repeated or late event cannot bend it. Publications about the same party wait for each other.
 *
 * <p>Publishes {@code review.reputation.events}.
 */
@NullMarked
package guildhall.review.reputation;

import org.jspecify.annotations.NullMarked;
