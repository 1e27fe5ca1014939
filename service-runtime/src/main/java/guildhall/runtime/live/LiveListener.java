package guildhall.runtime.live;

/** One connection of one session of one user. */
public interface LiveListener {
    /** Must not block: it runs on the thread that serves all connections. */
    void tell(LiveEvent event);

    /** The session was revoked: close the connection. */
    void end();
}
