package guildhall.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {
    private static final EmailAddress EMAIL = new EmailAddress("ada@example.com");

    private final PasswordRules rules = new PasswordRules(Set.of("password123"));

    @Test
    void refusesWhatEveryAttackerTriesFirst() {
        assertThat(rules.isGuessable("password123", EMAIL)).isTrue();
        assertThat(rules.isGuessable("PassWord123 ", EMAIL)).isTrue();
        assertThat(rules.isGuessable("Ada@Example.com", EMAIL)).isTrue();
        assertThat(rules.isGuessable("abababababab", EMAIL)).isTrue();
    }

    @Test
    void acceptsLengthWithoutAskingForSymbols() {
        assertThat(rules.isGuessable("seven quiet otters", EMAIL)).isFalse();
    }

    @Test
    void hashesTheSameForEveryKeyboard() {
        assertThat(PasswordRules.canonical("cafe\u0301 au lait"))
                .isEqualTo(PasswordRules.canonical("caf\u00e9 au lait"));
    }
}
