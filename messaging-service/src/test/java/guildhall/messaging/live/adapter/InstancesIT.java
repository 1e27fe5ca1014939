package guildhall.messaging.live.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static guildhall.testkit.Infrastructure.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.socket.CloseStatus.SERVICE_RESTARTED;

import guildhall.messaging.MessagingApi;
import guildhall.messaging.MessagingServiceApplication;
import guildhall.testkit.TestEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class InstancesIT {
    /** Less than the time for which a graceful shutdown would wait for a stream to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void joinsInstancesAndSendsClientsToAnotherOneWhenItStops() {
        try (var environment = TestEnvironment.create("messaging", KAFKA, MONGO, REDIS);
                var one = start(environment);
                var two = start(environment)) {
            var kafka = environment.kafka();
            var talk = new MessagingApi(port(two), kafka).openConversation();
            try (var talent = SocketClient.connect(port(one), talk.talent())) {
                new MessagingApi(port(two), kafka).write(talk.id(), talk.client(), "Hello");
                var frame = talent.awaitFrame(0);
                var before = Instant.now();
                SpringApplication.exit(one);

                assertThat(frame.at("/data/body").asString()).isEqualTo("Hello");
                assertThat(talent.awaitClose()).isEqualTo(SERVICE_RESTARTED.getCode());
                assertThat(Duration.between(before, Instant.now())).isLessThan(PATIENCE);
            }
        }
    }

    private static ConfigurableApplicationContext start(TestEnvironment environment) {
        var properties = new HashMap<String, Object>(environment.properties());
        return new SpringApplicationBuilder(MessagingServiceApplication.class)
                .properties(properties)
                .run();
    }

    private static int port(ConfigurableApplicationContext instance) {
        return instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
