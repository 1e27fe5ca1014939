package guildhall.identity.user.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.identity.secret.ClearSecrets;
import guildhall.identity.user.PasswordRules;
import guildhall.identity.user.Passwords.Match;
import guildhall.identity.user.adapter.UserProperties.Argon2;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class Argon2PasswordsTest {
    private final Argon2Passwords cheap = with(64);
    private final Argon2Passwords dear = with(128);

    @Test
    void matchesOnlyTheRightPassword() {
        var hash = cheap.hash("seven quiet otters");

        assertThat(cheap.match("seven quiet otters", hash)).isEqualTo(Match.YES);
        assertThat(cheap.match("seven quiet others", hash)).isEqualTo(Match.NO);
    }

    @Test
    void noticesAHashWithOldParameters() {
        var old = cheap.hash("seven quiet otters");

        assertThat(dear.match("seven quiet otters", old)).isEqualTo(Match.YES_WITH_OLD_PARAMETERS);
        assertThat(dear.match("seven quiet others", old)).isEqualTo(Match.NO);
    }

    @Test
    void hashesWithASaltOfItsOwn() {
        assertThat(cheap.hash("seven quiet otters"))
                .startsWith("$argon2id$")
                .isNotEqualTo(cheap.hash("seven quiet otters"));
    }

    private static Argon2Passwords with(int memoryKib) {
        var cost = new Argon2(memoryKib, 1, 1, 2, Duration.ofSeconds(5));
        var properties =
                new UserProperties(
                        5, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, cost);
        return new Argon2Passwords(properties, new PasswordRules(Set.of()), new ClearSecrets());
    }
}
