package guildhall.identity.user.adapter;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import guildhall.identity.secret.Secrets;
import guildhall.identity.user.EmailAddress;
import guildhall.identity.user.PasswordRules;
import guildhall.identity.user.Passwords;
import guildhall.runtime.web.Problems;
import guildhall.runtime.web.Refusal;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id, a few at a time: each takes its memory and most of a core. */
@Component
class Argon2Passwords implements Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final PasswordRules rules;
    private final Argon2PasswordEncoder encoder;
    private final UserProperties.Argon2 cost;
    private final Semaphore turns;
    private final String nobodysHash;

    Argon2Passwords(UserProperties properties, PasswordRules rules, Secrets secrets) {
        this.rules = rules;
        this.cost = properties.argon2();
        this.encoder =
                new Argon2PasswordEncoder(
                        SALT_BYTES,
                        HASH_BYTES,
                        cost.parallelism(),
                        cost.memoryKib(),
                        cost.iterations());
        this.turns = new Semaphore(cost.concurrent(), true);
        this.nobodysHash = encode(secrets.randomToken());
    }

    @Override
    public boolean isGuessable(String password, EmailAddress email) {
        return rules.isGuessable(password, email);
    }

    @Override
    public String hash(String password) {
        return inTurn(() -> encode(PasswordRules.canonical(password)));
    }

    @Override
    public Match match(String password, String hash) {
        var matches = inTurn(() -> encoder.matches(PasswordRules.canonical(password), hash));
        if (!matches) {
            return Match.NO;
        }
        return encoder.upgradeEncoding(hash) ? Match.YES_WITH_OLD_PARAMETERS : Match.YES;
    }

    @Override
    public void matchNothing(String password) {
        match(password, nobodysHash);
    }

    private String encode(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("No hash for a password");
        }
        return hash;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(cost.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static Refusal busy() {
        return new Refusal(Problems.problem(SERVICE_UNAVAILABLE, "identity/busy")).retryAfter(2);
    }
}
