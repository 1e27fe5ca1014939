package guildhall.runtime.live;

import guildhall.messages.id.UserId;
import java.util.Collection;

/** The feed of this service. */
public interface LiveFeed {
    /**
     * Tells every connection of these users, on all instances. Never fails and never waits. What
     * one instance tells arrives in the order in which it was told.
     */
    void tell(Collection<UserId> users, LiveEvent event);

    /**
     * Serves the channel until the client goes, the token runs out, the session is revoked or the
     * service stops.
     *
     * @param missed told before anything else, and read on the connection's own thread; an event
     *     that is also told live meanwhile is told once
     */
    Connection connect(Subscriber subscriber, LiveChannel channel, Iterable<LiveEvent> missed);

    /** An open connection. */
    interface Connection extends AutoCloseable {
        /** The transport says that the client has gone. */
        @Override
        void close();
    }
}
