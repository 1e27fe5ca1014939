/**
 * Sending without losing, on MongoDB: an aggregate carries its unsent messages in its own document
 * (field {@code unsent}), so one single-document write changes state and message together without a
 * replica set. A relay publishes and pulls them, under a lease, in order per document.
 */
@NullMarked
package guildhall.runtime.documents;

import org.jspecify.annotations.NullMarked;
