/**
 * The notifications of a user: stored, counted, marked as read, told live over SSE.
 *
 * <p>Invariants: one notification per event, user and type (its id is derived from them), so that a
 * repeated event tells nothing new; a user sees only their own; read stays read. What is for a
 * party whose user is not known yet waits for its profile, for 30 days at most. A notification is
 * deleted 180 days after it was delivered.
 *
 * <p>Topics: reads the events of all services; writes {@code notification.notification.events}.
 */
@NullMarked
package guildhall.notification.inbox;

import org.jspecify.annotations.NullMarked;
