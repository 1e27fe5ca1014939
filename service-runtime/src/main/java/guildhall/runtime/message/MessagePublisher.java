package guildhall.runtime.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Sends to Kafka in order and for certain. A batch counts as sent when every broker in sync has it;
 * until then it is tried again, however long the cluster is away. What follows a message that could
 * not be sent is sent again after it, so a reader may see repetitions, never a gap. Confined to one
 * thread.
 */
public final class MessagePublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MessagePublisher.class);
    private static final Duration CHECK_FOR_STOP = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final ProducerFactory<String, byte[]> producers;
    private final TopicPrefix prefix;
    private final BooleanSupplier stopping;

    MessagePublisher(
            ProducerFactory<String, byte[]> producers,
            TopicPrefix prefix,
            BooleanSupplier stopping) {
        this.producers = producers;
        this.prefix = prefix;
        this.stopping = stopping;
    }

    /**
     * Returns when all are stored by Kafka.
     *
     * @throws InterruptedException when the owner is stopping; some may have been sent
     */
    public void publish(List<OutgoingMessage> messages) throws InterruptedException {
        var left = messages;
        while (!left.isEmpty()) {
            if (stopping.getAsBoolean()) {
                throw new InterruptedException("stopping");
            }
            left = left.subList(send(left), left.size());
            if (!left.isEmpty()) {
                close(); // A producer that failed once may not be usable again.
                Thread.sleep(PAUSE_AFTER_FAILURE);
            }
        }
    }

    /** Returns how many, from the first on, were stored without a gap. */
    private int send(List<OutgoingMessage> messages) throws InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>(messages.size());
        try {
            var producer = producers.createProducer();
            for (var message : messages) {
                sent.add(producer.send(record(message)));
            }
        } catch (KafkaException e) {
            LOG.warn("Kafka does not accept messages, trying again: {}", e.toString());
        }
        for (int i = 0; i < sent.size(); i++) {
            if (!stored(sent.get(i))) {
                return i;
            }
        }
        return sent.size();
    }

    private boolean stored(Future<RecordMetadata> future) throws InterruptedException {
        while (!stopping.getAsBoolean()) {
            try {
                future.get(CHECK_FOR_STOP.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException _) {
                // The broker is away or slow. The producer keeps trying, so keep waiting.
            } catch (ExecutionException e) {
                LOG.warn("Kafka did not store a message, trying again: {}", e.toString());
                return false;
            }
        }
        throw new InterruptedException("stopping");
    }

    private ProducerRecord<String, byte[]> record(OutgoingMessage message) {
        var headers = new RecordHeaders();
        message.headers()
                .forEach(
                        (name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ProducerRecord<>(
                prefix.onto(message.topic()),
                null,
                message.key(),
                message.body().getBytes(StandardCharsets.UTF_8),
                headers);
    }

    @Override
    public void close() {
        producers.reset();
    }
}
