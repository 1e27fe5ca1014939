package guildhall.notification.inbox.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static guildhall.testkit.Infrastructure.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.notification.NotificationApi;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestClock;
import guildhall.testkit.WithInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;

@SpringBootTest(webEnvironment = RANDOM_PORT, properties = "guildhall.live.heartbeat=100ms")
@Import(TestClock.class)
@WithInfrastructure({KAFKA, MONGO, REDIS})
class LiveNotificationsIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired TestClock clock;
    @Autowired StringRedisTemplate redis;
    @Autowired MeterRegistry metrics;

    final TestCaller owner = TestCaller.client();
    NotificationApi api;

    @BeforeEach
    void connect() {
        clock.set(Instant.now());
        api = new NotificationApi(port);
    }

    @Test
    void tellsAtOnceAndInOrder() {
        try (var stream = StreamClient.connect(port, owner);
                var stranger = StreamClient.connect(port, TestCaller.client())) {
            tell(1, 20);

            stream.awaitEvents(20);

            assertThat(stream.bodies())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 20)
                                    .mapToObj(LiveNotificationsIT::body)
                                    .toList());
            assertThat(stream.events.getLast()).isEqualTo(api.items("", owner).getFirst());
            assertThat(stranger.events).isEmpty();
        }
    }

    @Test
    void answersAsAStreamThatNobodyKeepsBack() {
        try (var stream = StreamClient.connect(port, owner)) {
            var headers = stream.response().headers();

            assertThat(stream.response().statusCode()).isEqualTo(200);
            assertThat(headers.firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(headers.firstValue("X-Accel-Buffering")).contains("no");
            assertThat(headers.firstValue("Cache-Control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("no-cache"));
            await().until(() -> stream.comments.get() > 3);
        }
    }

    @Test
    void tellsWhatWasMissedBeforeWhatIsNew() {
        String last;
        try (var before = StreamClient.connect(port, owner)) {
            tell(1, 2);
            before.awaitEvents(2);
            last = before.ids.getFirst();
        }
        tell(3, 4);

        try (var after = StreamClient.connectAgain(port, owner, last)) {
            tell(5, 5);
            after.awaitEvents(4);

            assertThat(after.bodies()).containsExactly(body(2), body(3), body(4), body(5));
        }
    }

    @Test
    void tellsWhatWasMissedPageByPage() {
        tell(1, 1);
        var last = api.items("", owner).getFirst().path("id").asString();
        tell(2, 252);

        try (var stream = StreamClient.connectAgain(port, owner, last)) {
            stream.awaitEvents(251);

            assertThat(stream.ids).hasSize(251).doesNotHaveDuplicates();
        }
    }

    @Test
    void tellsNothingOfOthersByTheirEventIds() {
        tell(1, 2);
        var foreign = api.items("", owner).getLast().path("id").asString();

        try (var stream = StreamClient.connectAgain(port, TestCaller.client(), foreign)) {
            await().until(() -> stream.comments.get() > 3);

            assertThat(stream.events).isEmpty();
        }
    }

    @Test
    void endsWithTheToken() {
        try (var stream = StreamClient.connect(port, owner)) {
            clock.advance(Duration.ofMinutes(11));

            await().until(stream::isEnded);
        }
    }

    @Test
    void endsWithTheSession() {
        try (var stream = StreamClient.connect(port, owner);
                var other = StreamClient.connect(port, TestCaller.client())) {
            redis.convertAndSend("sessions.revoked", owner.session().toString());

            await().until(stream::isEnded);
            assertThat(other.isEnded()).isFalse();
        }
    }

    @Test
    void forgetsConnectionsOfClientsThatAreGone() {
        await().until(() -> connections() == 0);
        var stream = StreamClient.connect(port, owner);
        assertThat(connections()).isEqualTo(1);

        stream.close();

        await().until(() -> connections() == 0);
    }

    /** One after the other, as time goes by. */
    private void tell(int from, int to) {
        for (int cents = from; cents <= to; cents++) {
            clock.advance(Duration.ofSeconds(2));
            probe.publish(NotificationApi.payment(owner, cents));
            var count = cents;
            await().pollInterval(Duration.ofMillis(5)).until(() -> api.unread(owner) == count);
        }
    }

    private static String body(int cents) {
        return "%d.%02d USD is in your wallet.".formatted(cents / 100, cents % 100);
    }

    private double connections() {
        return metrics.get("guildhall.live.connections").gauge().value();
    }
}
