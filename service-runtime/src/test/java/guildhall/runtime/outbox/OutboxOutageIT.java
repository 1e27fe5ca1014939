package guildhall.runtime.outbox;

import static guildhall.runtime.outbox.SampleMessages.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.runtime.sample.SampleService;
import guildhall.runtime.sample.SampleTopics;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestBroker;
import guildhall.testkit.TestDatabase;
import guildhall.testkit.TestPostgres;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The relay between a database and a broker that are killed under it. */
class OutboxOutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PREFIX = "outage.";

    @Test
    void losesNothingWhenBrokerAndDatabaseAreKilled() {
        try (var postgres = TestPostgres.start();
                var broker = TestBroker.start();
                var database = TestDatabase.create("sample", postgres.address())) {
            SampleTopics.create(broker.bootstrap(), PREFIX);
            try (var service =
                    SampleService.blueprint()
                            .on(database)
                            .kafka(broker.bootstrap(), PREFIX)
                            .start()) {
                var messages = SampleMessages.ofAFreshKey();
                messages.commit(service, 0, 10);

                broker.kill();
                messages.commit(service, 10, 20);
                postgres.kill();
                postgres.restart();
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .untilAsserted(() -> messages.commit(service, 20, 30));
                broker.restart();
                messages.commit(service, 30, 40);

                try (var probe = new KafkaProbe(broker.bootstrap(), PREFIX)) {
                    await().atMost(PATIENCE)
                            .untilAsserted(() ->
                                    assertThat(messages.published(probe).stream().distinct())
                                            .containsExactlyElementsOf(numbers(0, 40)));
                }
            }
        }
    }
}
