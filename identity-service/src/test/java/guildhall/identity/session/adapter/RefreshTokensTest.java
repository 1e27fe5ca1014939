package guildhall.identity.session.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.identity.secret.ClearSecrets;
import guildhall.identity.session.Device;
import guildhall.identity.session.Session.Live;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokensTest {
    private static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");

    private final RefreshTokens tokens = new RefreshTokens(new ClearSecrets());

    @Test
    void recognisesEveryTokenThatItGaveOutHoweverOld() {
        var session = session(new UUID(1, 1), "seed");

        for (var generation = 1; generation <= 100; generation++) {
            var shown = tokens.read(tokens.of(session, generation)).orElseThrow();

            assertThat(shown.session()).isEqualTo(session.id());
            assertThat(shown.generation()).isEqualTo(generation);
            assertThat(tokens.isGenuine(session, shown)).isTrue();
        }
    }

    @Test
    void refusesTheTokenOfAnotherFamily() {
        var session = session(new UUID(1, 1), "seed");
        var other = tokens.read(tokens.of(session(new UUID(2, 2), "seed"), 1)).orElseThrow();
        var earlier = tokens.read(tokens.of(session(new UUID(1, 1), "old seed"), 1)).orElseThrow();

        assertThat(tokens.isGenuine(session, other)).isFalse();
        assertThat(tokens.isGenuine(session, earlier)).isFalse();
    }

    @Test
    void refusesAProofOfAnotherGeneration() {
        var session = session(new UUID(1, 1), "seed");
        var first = tokens.of(session, 1);
        var second = tokens.of(session, 2);
        var mixed = first.substring(0, first.indexOf('.')) + second.substring(second.indexOf('.'));

        assertThat(tokens.isGenuine(session, tokens.read(mixed).orElseThrow())).isFalse();
    }

    @Test
    void readsNothingIntoRubbish() {
        assertThat(tokens.read("rubbish")).isEmpty();
        assertThat(tokens.read("rub.bish")).isEmpty();
        assertThat(tokens.read("not base64!.proof")).isEmpty();
        assertThat(tokens.read(".")).isEmpty();
    }

    private static Live session(UUID id, String seed) {
        return new Live(
                new SessionId(id),
                new UserId(new UUID(7, 7)),
                new Device("Firefox", "203.0.113.9"),
                null,
                seed,
                1,
                NOON,
                NOON,
                NOON);
    }
}
