package guildhall.gateway.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
    final AllowedOrigins allowed =
            new AllowedOrigins(List.of("https://app.example.com", "https://*.partner.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com",
                "https://APP.example.com",
                "https://a.partner.example",
                "https://a.b.partner.example"
            })
    void allowsWhatIsListed(String origin) {
        assertThat(allowed.allows(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.com",
                "https://app.example.com.evil.example",
                "https://app.example.com:8443",
                "https://partner.example",
                "https://evilpartner.example",
                "https://evil.example/.partner.example",
                "https://user@evil.example:1.partner.example",
                "null",
                ""
            })
    void refusesEverythingElse(String origin) {
        assertThat(allowed.allows(origin)).isFalse();
    }

    @Test
    void refusesAPatternThatWouldAllowTooMuch() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AllowedOrigins(List.of("*")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AllowedOrigins(List.of("https://app*.example.com")));
    }
}
