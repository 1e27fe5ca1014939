/**
 * Safe retries over HTTP (the {@code Idempotency-Key} header). The first answer is stored and
 * replayed; the same key with another request is refused (422), and so is one whose first request
 * is still running (409). A handler takes the ids of what it makes from the key, so that even a
 * crash between its commit and the stored answer repeats nothing.
 */
@NullMarked
package guildhall.runtime.idempotency;

import org.jspecify.annotations.NullMarked;
