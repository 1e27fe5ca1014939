package guildhall.identity.session;

import guildhall.messages.id.SessionId;

/** Where the gateway and all services learn at once that a session is over. */
public interface Revocations {
    void announce(SessionId session);
}
