/**
 * Telling people at once, on whichever instance their connection is: a feed per service over Redis
 * publish/subscribe. A live event is a courtesy. What it says is stored elsewhere and can be read
 * again, so one that is lost, because Redis or the connection was away, costs a moment and no
 * information. For the same reason a service starts and works without Redis.
 *
 * <p>Every connection has a thread and a bounded queue of its own: events keep their order, a slow
 * client is disconnected and delays nobody, silence is broken by a heartbeat so that a dead client
 * is noticed. A person has a limited number of them. A connection ends with its access token, when
 * its session is revoked, and when the service stops; a revocation that Redis could not deliver
 * ends it at the latest with the token.
 *
 * <p>Switched on by {@code guildhall.live.channel}.
 */
@NullMarked
package guildhall.runtime.live;

import org.jspecify.annotations.NullMarked;
