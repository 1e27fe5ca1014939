package guildhall.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.id.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionPolicyTest {
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

    private static List<SessionId> newestFirst(int count) {
        return Stream.generate(() -> new SessionId(UUID.randomUUID())).limit(count).toList();
    }
}
