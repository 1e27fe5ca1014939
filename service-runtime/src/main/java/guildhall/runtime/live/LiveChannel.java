package guildhall.runtime.live;

import java.io.IOException;

/**
 * How events leave through one connection. Only the connection's own thread calls it, so it may
 * block, and what it is told arrives in order.
 */
public interface LiveChannel {
    void send(LiveEvent event) throws IOException;

    /** Something small that clients ignore, so that a dead connection is noticed. */
    void beat() throws IOException;

    /** The last call. Must not fail, not even on a broken connection. */
    void close(LiveEnd why);
}
