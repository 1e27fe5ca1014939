package guildhall.identity.user.adapter;

import guildhall.identity.user.Passwords;
import guildhall.identity.user.UserCommand.RegisterUser;
import guildhall.identity.user.UserCommand.RemindOfAccount;
import guildhall.identity.user.Users;
import guildhall.messages.id.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Registering, at the same cost whether the address is new or known. */
@Component
class Registrations {
    private final Users users;
    private final Passwords passwords;
    private final MailedTokens tokens;
    private final MeterRegistry meters;

    Registrations(Users users, Passwords passwords, MailedTokens tokens, MeterRegistry meters) {
        this.users = users;
        this.passwords = passwords;
        this.tokens = tokens;
        this.meters = meters;
    }

    /**
     * @param id of the user to be, the same for a retry
     */
    void register(Registration registration, UUID id, Locale locale) {
        var preferences = registration.preferences(locale);
        var signup = registration.signup(); // Both refuse bad names before anything is looked up.
        var hash = passwords.hash(registration.password());
        var token = tokens.forVerification();
        var now = token.kept().issuedAt();
        var owner = users.findVerified(registration.address());
        if (owner.isPresent()) {
            var known = owner.get().account().id();
            if (!known.equals(new UserId(id))) { // Else a retry that came after the verification.
                users.handle(new RemindOfAccount(known, now));
            }
            count("known");
            return;
        }
        users.handle(
                new RegisterUser(
                        new UserId(id),
                        registration.address(),
                        preferences,
                        hash,
                        signup,
                        token,
                        now));
        users.forgetOldClaims(now);
        count("new");
    }

    private void count(String address) {
        meters.counter("guildhall.identity.registrations", "address", address).increment();
    }
}
