package guildhall.runtime.live;

/** Why a connection ends. */
public enum LiveEnd {
    /** The client, or the network, went away. */
    GONE,
    /** The access token ran out or the session was revoked: connect again with a fresh token. */
    LOG_IN_AGAIN,
    /** The client read more slowly than it was told. */
    TOO_SLOW,
    /** The person has as many connections as one may have: close another one first. */
    TOO_MANY,
    /** This instance stops: connect again, to another one. */
    RESTART
}
