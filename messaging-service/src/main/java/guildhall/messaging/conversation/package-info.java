/**
 * Conversations and their messages.
 *
 * <p>Invariants: only participants read and write, for everybody else a conversation does not
 * exist. One conversation per contract. Messages of a conversation are numbered 1, 2, 3 without
 * gaps, and a message is stored only after the one before it, so whoever has read up to a number
 * has missed none below it. A repeated send (same idempotency key) finds the message of its first
 * try. A read mark only moves forward, and not past the last message. Nobody's own messages are
 * unread.
 *
 * <p>A conversation's {@code lastSeq} and {@code lastMessageAt} are written after the message, to
 * order and describe lists; after a crash in between they are one message behind until the next
 * message or the retry of the sender.
 *
 * <p>Topics: reads {@code contract.contract.events}; writes {@code messaging.conversation.events}.
 */
@NullMarked
package guildhall.messaging.conversation;

import org.jspecify.annotations.NullMarked;
