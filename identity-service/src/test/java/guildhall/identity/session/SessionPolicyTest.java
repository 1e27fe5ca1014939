package guildhall.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.identity.session.Session.Live;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionPolicyTest {
    private static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private final SessionPolicy policy = new SessionPolicy(MONTH, MONTH, Duration.ofSeconds(10), 3);

    @Test
    void endsNobodyUpToTheLimit() {
        assertThat(policy.tooMany(newestFirst(0))).isEmpty();
        assertThat(policy.tooMany(newestFirst(3))).isEmpty();
    }

    @Test
    void endsTheOldestBeyondTheLimit() {
        var sessions = newestFirst(5);

        assertThat(policy.tooMany(sessions)).isEqualTo(sessions.subList(3, 5));
    }

    @Test
    void leavesEverybodyASession() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionPolicy(MONTH, MONTH, Duration.ZERO, 0));
    }

    private static List<Live> newestFirst(int count) {
        return IntStream.range(0, count).mapToObj(age -> begun(NOON.minusSeconds(age))).toList();
    }

    private static Live begun(Instant at) {
        return new Live(
                new SessionId(UUID.randomUUID()),
                new UserId(new UUID(1, 1)),
                new Device("Firefox", "203.0.113.9"),
                null,
                "seed",
                1,
                at,
                at,
                at.plus(MONTH));
    }
}
