/**
 * Conversations and their messages.
 *
 * <p>Invariants: only participants read and write, for everybody else a conversation does not
 * exist. One conversation per contract. Messages are numbered upwards within their conversation
 * ({@code seq}); a crash may leave a gap and never a duplicate. A repeated send (same idempotency
 * key) finds the message of its first try. A read mark only moves forward, and not past the last
 * message.
 *
 * <p>Topics: reads {@code contract.contract.events}; writes {@code messaging.conversation.events}.
 */
@NullMarked
package guildhall.messaging.conversation;

import org.jspecify.annotations.NullMarked;
