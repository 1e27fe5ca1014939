package guildhall.identity.user.adapter;

import guildhall.identity.user.LoginPolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param maxFailedLogins wrong passwords in a row that close an account
 * @param lockFor how long it stays closed
 * @param mailPause least time between two mails of one kind to one person
 * @param verificationLife how long the link in a verification mail works
 * @param resetLife how long the link in a password mail works
 * @param argon2 the cost of one hash
 */
@ConfigurationProperties("guildhall.identity.users")
record UserProperties(
        @DefaultValue("5") int maxFailedLogins,
        @DefaultValue("30m") Duration lockFor,
        @DefaultValue("1m") Duration mailPause,
        @DefaultValue("24h") Duration verificationLife,
        @DefaultValue("1h") Duration resetLife,
        @DefaultValue Argon2 argon2) {
    LoginPolicy loginPolicy() {
        return new LoginPolicy(maxFailedLogins, lockFor, mailPause);
    }

    /**
     * Argon2id. The defaults are OWASP's second profile: 19 MiB, two passes, one lane. One hash
     * took 0.14 s of a core of a busy machine with a warm JVM, and six times that in a JVM held to
     * its first compiler tier.
     *
     * @param memoryKib memory of one hash, in KiB
     * @param iterations passes over it
     * @param parallelism lanes
     * @param concurrent hashes at a time, which bounds memory (concurrent × memory) and leaves a
     *     core for everything else when logins come in a flood
     * @param patience how long a request waits for its turn before it is sent away (503)
     */
    record Argon2(
            @DefaultValue("19456") int memoryKib,
            @DefaultValue("2") int iterations,
            @DefaultValue("1") int parallelism,
            @DefaultValue("2") int concurrent,
            @DefaultValue("5s") Duration patience) {}
}
