package guildhall.identity.session;

/** Why a session refuses. */
public sealed interface SessionRejection {
    record UnknownSession() implements SessionRejection {}

    /** Ended, or not refreshed in time. */
    record SessionOver() implements SessionRejection {}

    /** The token is newer than the session, which only a restored database explains. */
    record TokenFromTheFuture() implements SessionRejection {}
}
