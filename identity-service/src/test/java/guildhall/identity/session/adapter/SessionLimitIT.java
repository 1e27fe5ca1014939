package guildhall.identity.session.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.identity.Api;
import guildhall.identity.People;
import guildhall.identity.WholeService;
import guildhall.messages.id.SessionId;
import guildhall.messages.identity.UserEvents.SessionRevokedV1;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Twenty sessions are enough for anybody. */
@WholeService
class SessionLimitIT {
    @Autowired People people;
    @Autowired KafkaProbe probe;
    @Autowired StringRedisTemplate redis;
    @Autowired TestClock clock;

    @Test
    void endsTheOldestSessionWithTheTwentyFirst() {
        var email = people.someone("TALENT");
        var grants = new ArrayList<Api.Answer>();
        for (var login = 0; login < 21; login++) {
            grants.add(people.signIn(email));
            clock.advance(Duration.ofSeconds(1));
        }

        var oldest = session(grants.getFirst());
        assertThat(isAnnounced(oldest)).isTrue();
        assertThat(probe.await(SessionRevokedV1.class, m -> m.sessionId().equals(oldest)))
                .extracting(SessionRevokedV1::reason)
                .isEqualTo("REVOKED");
        assertThat(people.refresh(grants.getFirst().text("refreshToken")).status()).isEqualTo(401);
        assertThat(live(grants.getLast())).hasSize(20).contains(session(grants.get(1)));
    }

    @Test
    void leavesTwentyOfThirtySimultaneousLogins() throws Exception {
        var email = people.someone("TALENT");
        var grants = new ArrayList<Api.Answer>();
        Callable<Api.Answer> login = () -> people.signIn(email);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(Collections.nCopies(30, login))) {
                grants.add(answer.get());
            }
        }

        assertThat(grants).extracting(Api.Answer::status).containsOnly(201);
        var live = live(grants.getFirst());
        assertThat(live).hasSize(20);
        for (var grant : grants) {
            var isLive = live.contains(session(grant));
            assertThat(isAnnounced(session(grant))).isEqualTo(!isLive);
            assertThat(people.refresh(grant.text("refreshToken")).status())
                    .isEqualTo(isLive ? 200 : 401);
        }
    }

    /** Of the user to whom this was granted. */
    private Set<SessionId> live(Api.Answer grant) {
        return people.api()
                .as(grant.text("accessToken"))
                .get("/v1/sessions?limit=100")
                .body()
                .path("items")
                .valueStream()
                .map(item -> SessionId.of(item.path("id").asString()))
                .collect(Collectors.toSet());
    }

    private boolean isAnnounced(SessionId session) {
        return redis.hasKey(RedisRevocations.KEY + session);
    }

    private static SessionId session(Api.Answer grant) {
        return SessionId.of(grant.text("sessionId"));
    }
}
