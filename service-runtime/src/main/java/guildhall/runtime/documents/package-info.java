/**
 * Sending without losing, on MongoDB: an aggregate carries its unsent messages in its own document
 * (field {@code unsent}), so one single-document write changes state and message together without a
 * replica set. A relay publishes and pulls them, under a lease, in order per document.
 *
 * <p>A service declares its collections as {@link guildhall.runtime.documents.RelayedCollection}
 * beans, appends what {@link guildhall.runtime.documents.DocumentOutbox#stamp} returns to {@code
 * unsent} in the write that changes the state, and calls {@code wake()} after it. Forgetting to
 * wake costs up to two seconds, never a message.
 *
 * <p>Only operations of the portable subset of MongoDB are used, each on one document by itself,
 * several of them in one round trip. Metrics are those of {@link guildhall.runtime.outbox}, under
 * the same names.
 */
@NullMarked
package guildhall.runtime.documents;

import org.jspecify.annotations.NullMarked;
