package guildhall.identity.session;

import guildhall.identity.session.Session.Live;
import guildhall.identity.user.Account;

/** What a session may show to the services. */
public interface SessionAccess {
    /** A fresh access token with the roles, and for the party, of this moment. */
    Access grant(Live session, Account account);

    /**
     * @param expiresInSeconds from now
     */
    record Access(String token, long expiresInSeconds) {
        @Override
        public String toString() {
            return "Access[" + expiresInSeconds + " s]";
        }
    }
}
