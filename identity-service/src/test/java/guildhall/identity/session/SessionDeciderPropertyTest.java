package guildhall.identity.session;

import static guildhall.identity.session.SessionDeciderTest.ADA;
import static guildhall.identity.session.SessionDeciderTest.ID;
import static guildhall.identity.session.SessionDeciderTest.LAPTOP;
import static guildhall.identity.session.SessionDeciderTest.NOON;
import static guildhall.identity.session.SessionDeciderTest.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.identity.session.Session.Ended;
import guildhall.identity.session.SessionCommand.RefreshSession;
import guildhall.identity.session.SessionCommand.StartSession;
import guildhall.identity.session.SessionEvent.ReuseDetected;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.testkit.Seeds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two parties who share a family of refresh tokens, one of whom should not have it. */
class SessionDeciderPropertyTest {
    private final SessionDecider decider = new SessionDecider(POLICY);

    @Test
    void noticesATheftAtTheLatestWhenBothHaveUsedTheirTokens() {
        Seeds.forAll(
                1_000,
                any -> {
                    Session state = decider.initial();
                    var now = NOON;
                    state = after(state, new StartSession(ID, ADA, LAPTOP, null, "seed", now));
                    var owner = 1;
                    var thief = 1;
                    var turns = any.listOf(2, 12, any::bool);

                    for (var ownersTurn : turns) {
                        now = now.plus(Duration.ofSeconds(any.longBetween(11, 100_000)));
                        var held = ownersTurn ? owner : thief;
                        state = after(state, new RefreshSession(ID, held, LAPTOP, now));
                        if (ownersTurn) {
                            owner = held + 1;
                        } else {
                            thief = held + 1;
                        }
                    }

                    var bothUsed = turns.contains(true) && turns.contains(false);
                    assertThat(state instanceof Ended).isEqualTo(bothUsed);
                });
    }

    @Test
    void neverRotatesBackwardsAndNeverRevives() {
        Seeds.forAll(
                1_000,
                any -> {
                    Session state = decider.initial();
                    var now = NOON;
                    state = after(state, new StartSession(ID, ADA, LAPTOP, null, "seed", now));
                    var generation = 1;

                    for (var generationShown : any.listOf(20, () -> (int) any.longBetween(1, 8))) {
                        now = now.plus(Duration.ofSeconds(any.longBetween(0, 15)));
                        var wasEnded = state instanceof Ended;
                        state = after(state, new RefreshSession(ID, generationShown, LAPTOP, now));
                        if (state instanceof Session.Live live) {
                            assertThat(wasEnded).isFalse();
                            assertThat(live.generation()).isBetween(generation, generation + 1);
                            generation = live.generation();
                        }
                    }
                });
    }

    @Test
    void reportsEveryReuseOnce() {
        var replaced = after(live(), new RefreshSession(ID, 1, LAPTOP, NOON));
        var late = new RefreshSession(ID, 1, LAPTOP, NOON.plusSeconds(60));

        assertThat(events(replaced, late)).anyMatch(ReuseDetected.class::isInstance);
        assertThat(events(after(replaced, late), late)).isEmpty();
    }

    private Session live() {
        return after(decider.initial(), new StartSession(ID, ADA, LAPTOP, null, "seed", NOON));
    }

    private Session after(Session state, SessionCommand command) {
        return events(state, command).stream().reduce(state, decider::evolve, (a, _) -> a);
    }

    private List<SessionEvent> events(Session state, SessionCommand command) {
        return switch (decider.decide(command, state)) {
            case Accepted<SessionEvent, SessionRejection>(var events) -> events;
            case Rejected<SessionEvent, SessionRejection> _ -> List.of();
        };
    }
}
