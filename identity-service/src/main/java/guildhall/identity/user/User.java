package guildhall.identity.user;

import guildhall.messages.id.UserId;
import java.time.Instant;

/** The standing of one user. */
public sealed interface User {
    record Absent() implements User {}

    /** Everybody about whom something is known. */
    sealed interface Known extends User {
        Account account();

        /** The same standing with a changed account. */
        Known with(Account changed);
    }

    /** Registered; the address is claimed but not proved. */
    record Pending(Account account, OneTimeToken verification) implements Known {
        @Override
        public Pending with(Account changed) {
            return new Pending(changed, verification);
        }
    }

    record Active(Account account) implements Known {
        @Override
        public Active with(Account changed) {
            return new Active(changed);
        }
    }

    /** Closed by the user, who comes back by signing in. */
    record Deactivated(Account account, Instant since) implements Known {
        @Override
        public Deactivated with(Account changed) {
            return new Deactivated(changed, since);
        }
    }

    /** Closed by staff, and opened again only by staff. */
    record Suspended(Account account, Instant since) implements Known {
        @Override
        public Suspended with(Account changed) {
            return new Suspended(changed, since);
        }
    }

    /** To be forgotten, unless the user signs in before that time. */
    record AwaitingErasure(Account account, Instant eraseAt) implements Known {
        @Override
        public AwaitingErasure with(Account changed) {
            return new AwaitingErasure(changed, eraseAt);
        }
    }

    /** Forgotten: the id is all that is left. */
    record Erased(UserId id) implements User {}
}
