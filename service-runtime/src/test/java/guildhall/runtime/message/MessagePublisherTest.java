package guildhall.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ProducerFactory;

class MessagePublisherTest {
    private final Producers producers = new Producers();
    private final MessagePublisher publisher =
            new MessagePublisher(producers, new TopicPrefix("test."), () -> false);

    @Test
    void sendsInOrderUnderThePrefixOfTheInstallation() throws InterruptedException {
        publisher.publish(messages(3));

        var sent = producers.sent();
        assertThat(sent).extracting(ProducerRecord::key).containsExactly("0", "1", "2");
        assertThat(sent).extracting(ProducerRecord::topic).containsOnly("test.topic");
    }

    @Test
    void sendsEverythingFromTheFirstFailureOnAgain() throws InterruptedException {
        producers.failures = 1;
        producers.failAt = 1;

        publisher.publish(messages(3));

        assertThat(producers.sent()).extracting(ProducerRecord::key).endsWith("1", "2");
        assertThat(producers.sent().stream().map(ProducerRecord::key).distinct())
                .containsExactly("0", "2", "1");
        assertThat(producers.opened).hasSize(2);
    }

    @Test
    void returnsOnlyWhenKafkaHasStoredEverything() throws Exception {
        producers.slow = true;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var publishing = threads.submit(() -> publish(messages(1)));
            await().until(() -> producers.sent().size() == 1);

            assertThatThrownBy(() -> publishing.get(1500, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);

            producers.opened.getLast().completeNext();
            assertThat(publishing.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private boolean publish(List<OutgoingMessage> messages) throws InterruptedException {
        publisher.publish(messages);
        return true;
    }

    @Test
    void givesUpOnlyWhenItsOwnerStops() {
        var stopped = new MessagePublisher(producers, new TopicPrefix(""), () -> true);

        assertThatThrownBy(() -> stopped.publish(messages(1)))
                .isInstanceOf(InterruptedException.class);
    }

    private static List<OutgoingMessage> messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(n ->
                        new OutgoingMessage("topic", String.valueOf(n), Map.of("ce_id", "x"), "{}"))
                .toList();
    }

    /** Hands out producers of which the first ones refuse one record. */
    private static final class Producers implements ProducerFactory<String, byte[]> {
        private final List<MockProducer<String, byte[]>> opened = new CopyOnWriteArrayList<>();
        private boolean usable;
        private boolean slow;
        private int failures;
        private int failAt;

        @Override
        public Producer<String, byte[]> createProducer() {
            if (!usable) {
                opened.add(
                        failures-- > 0
                                ? refusing(failAt)
                                : new MockProducer<>(
                                        !slow,
                                        null,
                                        new StringSerializer(),
                                        new ByteArraySerializer()));
                usable = true;
            }
            return opened.getLast();
        }

        @Override
        public void reset() {
            usable = false;
        }

        List<ProducerRecord<String, byte[]>> sent() {
            return opened.stream().flatMap(producer -> producer.history().stream()).toList();
        }

        private static MockProducer<String, byte[]> refusing(int index) {
            return new MockProducer<>(
                    true, null, new StringSerializer(), new ByteArraySerializer()) {
                private int count;

                @Override
                public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
                    return count++ == index
                            ? CompletableFuture.failedFuture(new TimeoutException("refused"))
                            : super.send(record);
                }
            };
        }
    }
}
