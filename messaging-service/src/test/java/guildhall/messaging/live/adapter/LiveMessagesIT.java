package guildhall.messaging.live.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static guildhall.testkit.Infrastructure.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.messaging.MessagingApi;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestClock;
import guildhall.testkit.WithInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.WebSocketHandshakeException;
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
class LiveMessagesIT {
    @LocalServerPort int port;
    @Autowired KafkaProbe probe;
    @Autowired TestClock clock;
    @Autowired StringRedisTemplate redis;
    @Autowired MeterRegistry metrics;

    MessagingApi api;

    @BeforeEach
    void connect() {
        clock.set(Instant.now());
        api = new MessagingApi(port, probe);
    }

    @Test
    void tellsTheOtherSideAtOnce() {
        var talk = api.openConversation();
        try (var talent = SocketClient.connect(port, talk.talent());
                var stranger = SocketClient.connect(port, TestCaller.talent())) {
            var sent = api.write(talk.id(), talk.client(), "Hello").body();

            var frame = talent.awaitFrame(0);

            assertThat(frame.path("type").asString()).isEqualTo("message");
            assertThat(frame.path("data")).isEqualTo(sent);
            assertThat(stranger.frames).isEmpty();
        }
    }

    @Test
    void tellsTheSenderThatItWasRead() {
        var talk = api.openConversation();
        api.write(talk.id(), talk.client(), "Hello");
        try (var client = SocketClient.connect(port, talk.client())) {
            api.read(talk.id(), talk.talent(), 1);
            api.read(talk.id(), talk.talent(), 1);
            api.write(talk.id(), talk.client(), "Are you there?");

            assertThat(client.awaitFrame(0).toString())
                    .isEqualTo(
                            """
                            {"type":"read","data":{"conversationId":"%s","reader":"%s","seq":1}}\
                            """
                                    .formatted(talk.id(), talk.talent().user()));
            assertThat(client.awaitFrame(1).path("type").asString()).isEqualTo("message");
        }
    }

    @Test
    void keepsTheOrderOfMessages() {
        var talk = api.openConversation();
        try (var talent = SocketClient.connect(port, talk.talent())) {
            IntStream.range(0, 50)
                    .forEach(i -> api.write(talk.id(), talk.client(), "message " + i));

            talent.awaitFrame(49);

            assertThat(talent.frames.stream().map(f -> f.path("data").path("seq").asInt()))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).boxed().toList());
        }
    }

    @Test
    void refusesStrangers() {
        assertThatThrownBy(() -> SocketClient.connectWithoutToken(port).close())
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void endsWithTheToken() {
        try (var socket = SocketClient.connect(port, TestCaller.client())) {
            clock.advance(Duration.ofMinutes(11));

            assertThat(socket.awaitClose()).isEqualTo(4401);
        }
    }

    @Test
    void endsWithTheSessionAndLeavesOthersAlone() {
        var caller = TestCaller.client();
        try (var ended = SocketClient.connect(port, caller);
                var other = SocketClient.connect(port, TestCaller.client())) {
            redis.convertAndSend("sessions.revoked", caller.session().toString());

            assertThat(ended.awaitClose()).isEqualTo(4401);
            assertThat(other.isOpen()).isTrue();
        }
    }

    @Test
    void refusesASessionThatEndedBefore() {
        var caller = TestCaller.client();
        redis.opsForValue().set("revoked:session:" + caller.session(), "1", Duration.ofMinutes(1));

        try (var socket = SocketClient.connect(port, caller)) {
            assertThat(socket.awaitClose()).isEqualTo(4401);
        }
    }

    @Test
    void ignoresWhatClientsSay() {
        var talk = api.openConversation();
        try (var talent = SocketClient.connect(port, talk.talent())) {
            talent.say("{\"type\": \"message\"}");
            api.write(talk.id(), talk.client(), "Hello");

            assertThat(talent.awaitFrame(0).at("/data/body").asString()).isEqualTo("Hello");
        }
    }

    @Test
    void forgetsConnectionsOfClientsThatAreGone() {
        await().until(() -> connections() == 0);
        var socket = SocketClient.connect(port, TestCaller.client());
        assertThat(connections()).isEqualTo(1);

        socket.close();

        await().until(() -> connections() == 0);
    }

    private double connections() {
        return metrics.get("guildhall.live.connections").gauge().value();
    }
}
