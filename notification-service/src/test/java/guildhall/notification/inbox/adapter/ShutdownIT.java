package guildhall.notification.inbox.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static guildhall.testkit.Infrastructure.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.notification.NotificationServiceApplication;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

class ShutdownIT {
    /** Less than the time for which a graceful shutdown would wait for a stream to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void endsStreamsInsteadOfWaitingForThem() {
        try (var environment = TestEnvironment.create("notification", KAFKA, MONGO, REDIS);
                var instance =
                        new SpringApplicationBuilder(NotificationServiceApplication.class)
                                .properties(new HashMap<>(environment.properties()))
                                .run()) {
            var port = instance.getEnvironment().getRequiredProperty("local.server.port");
            try (var stream = StreamClient.connect(Integer.parseInt(port), TestCaller.client())) {
                var before = Instant.now();
                SpringApplication.exit(instance);

                await().until(stream::isEnded);
                assertThat(Duration.between(before, Instant.now())).isLessThan(PATIENCE);
            }
        }
    }
}
