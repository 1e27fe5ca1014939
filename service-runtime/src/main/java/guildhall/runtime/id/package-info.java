/**
 * Minting ids: version 7 UUIDs, ordered by time, and ids derived from an idempotency key, so that a
 * repeated request names the same thing.
 */
@NullMarked
package guildhall.runtime.id;

import org.jspecify.annotations.NullMarked;
