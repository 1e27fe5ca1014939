package guildhall.messages.identity;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import java.time.Instant;

/** Facts about human logins. */
@Topic("identity.user.events")
public sealed interface UserEvents extends Message {
    UserId userId();

    @Override
    default String key() {
        return userId().toString();
    }

    /** A person registered; the address is not yet verified. */
    @MessageType("identity.user-registered.v1")
    record UserRegisteredV1(
            UserId userId, String email, String displayName, String locale, Instant registeredAt)
            implements UserEvents {}

    /** The person proved to own the address. */
    @MessageType("identity.email-verified.v1")
    record EmailVerifiedV1(UserId userId, String email, Instant verifiedAt) implements UserEvents {}

    /**
     * A login ended before its time. Reason: LOGOUT, REVOKED, TOKEN_REUSE, PASSWORD_CHANGED or
     * SUSPENDED.
     */
    @MessageType("identity.session-revoked.v1")
    record SessionRevokedV1(UserId userId, SessionId sessionId, String reason, Instant revokedAt)
            implements UserEvents {}

    /** A refresh token that had already been used was shown again; its whole family is revoked. */
    @MessageType("identity.token-reuse-detected.v1")
    record TokenReuseDetectedV1(UserId userId, SessionId sessionId, Instant detectedAt)
            implements UserEvents {}
}
