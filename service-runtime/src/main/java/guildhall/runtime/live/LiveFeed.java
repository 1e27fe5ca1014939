package guildhall.runtime.live;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import java.util.Collection;

/** The feed of this service. */
public interface LiveFeed {
    /** Tells every connection of these users, on all instances. Never fails and never waits. */
    void tell(Collection<UserId> users, LiveEvent event);

    /** Listens until the returned handle is closed. */
    Connection connect(UserId user, SessionId session, LiveListener listener);

    /** A listener's registration. */
    interface Connection extends AutoCloseable {
        @Override
        void close();
    }
}
