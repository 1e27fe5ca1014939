/**
 * How this service keeps aggregates in MongoDB. A document has the fields of its state, a {@code
 * version} that every write compares and raises, and {@code unsent}, the messages that report the
 * change: one single-document write is therefore atomic without transactions. What several
 * documents have to agree on follows from those messages, which the service also consumes itself.
 */
@NullMarked
package guildhall.identity.document;

import org.jspecify.annotations.NullMarked;
