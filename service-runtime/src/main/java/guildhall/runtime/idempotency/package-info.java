/**
 * Safe retries over HTTP (the {@code Idempotency-Key} header). The first answer is stored for a day
 * and replayed; the same key with another request is refused (422), and so is one whose first
 * request is still running (409).
 *
 * <p>The first answer may get lost at any moment: the process is killed, the connection breaks.
 * What a retry then finds:
 *
 * <ul>
 *   <li>In PostgreSQL a request is one transaction, and its answer a part of that ({@link
 *       AtomicHandler}). The retry finds the answer, also when what the request changed has moved
 *       on; or it finds nothing done, and runs when the lease of the first one has lapsed. When
 *       both run, because the first one was only slow, the one that lost its lease is rolled back.
 *       Handlers need do nothing for this.
 *   <li>In MongoDB, and for handlers that commit by themselves ({@link Idempotent#commitsItself}),
 *       the answer is stored after the change. A retry in between runs again, so the handler must
 *       repeat nothing: what it makes has its id from the key, and is looked for first.
 * </ul>
 *
 * <p>A key is good for as long as its answer is stored. After that it is a new request, from whose
 * key the old ids follow: what has such an id is found, never overwritten.
 */
@NullMarked
package guildhall.runtime.idempotency;

import org.jspecify.annotations.NullMarked;
