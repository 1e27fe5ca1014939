package guildhall.identity.user.adapter;

import guildhall.identity.user.EmailAddress;
import guildhall.identity.user.Newcomers;
import guildhall.identity.user.UserCommand.RepeatVerification;
import guildhall.identity.user.UserCommand.VerifyEmail;
import guildhall.identity.user.Users;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Proving an address. */
@Component
class Verifications {
    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);

    private final Users users;
    private final MailedTokens tokens;
    private final Newcomers newcomers;
    private final Clock clock;

    Verifications(Users users, MailedTokens tokens, Newcomers newcomers, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.newcomers = newcomers;
        this.clock = clock;
    }

    boolean verify(String token) {
        var hash = tokens.hash(token);
        var id = users.findByVerification(hash);
        return id.isPresent()
                && switch (users.handle(new VerifyEmail(id.get(), hash, clock.instant()))) {
                    case Rejected<?, ?> _ -> false;
                    case Accepted<?, ?> _ -> welcome(id.get());
                };
    }

    /** The event of the verification does the same a moment later; here it only saves the wait. */
    private boolean welcome(UserId id) {
        try {
            users.find(id).ifPresent(found -> newcomers.welcome(found.user().account()));
        } catch (RuntimeException e) {
            LOG.warn("The profile of {} follows with the event", id, e);
        }
        return true;
    }

    void repeat(String email) {
        var token = tokens.forVerification();
        users.findClaim(new EmailAddress(email))
                .map(claim -> claim.account().id())
                .ifPresent(id -> users.handle(new RepeatVerification(id, token)));
    }
}
