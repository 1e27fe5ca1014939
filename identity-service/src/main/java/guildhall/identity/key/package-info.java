/**
 * Access tokens and the keys that sign them (ES256).
 *
 * <p>Time alone decides which key is which: time is cut into periods of the rotation, and the key
 * of a period signs during it. The key of the next period is published a whole period ahead, so
 * every verifier knows it before its first token; the key of the last one stays published until its
 * last token has expired. A key is named by the start of its period, so instances that make the
 * same key at once collide on its id and share the winner's: no leader, no timer, nothing to change
 * in place.
 *
 * <p>Private keys are stored encrypted with a key derived from the secret of the service. With
 * another secret the stored keys cannot be opened; new ones are made beside them.
 */
@NullMarked
package guildhall.identity.key;

import org.jspecify.annotations.NullMarked;
