/**
 * Telling people at once, on whichever instance their connection is: a feed per service over Redis
 * publish/subscribe. A live event is a courtesy. What it says is stored elsewhere and can be read
 * again, so one that is lost, because Redis or the connection was away, costs a moment and no
 * information.
 *
 * <p>Switched on by {@code guildhall.live.channel}.
 */
@NullMarked
package guildhall.runtime.live;

import org.jspecify.annotations.NullMarked;
