package guildhall.runtime.message;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.MicrometerProducerListener;

/** Opens publishers with the settings that {@link MessagePublisher} relies on. */
public final class MessagePublishers {
    /**
     * After this long a producer gives up and the publisher goes on with a new one. A broker that
     * was killed may have lost the last numbers of a producer that knows they were stored; it then
     * refuses whatever follows, for ever (OUT_OF_ORDER_SEQUENCE_NUMBER). Longer than one request.
     */
    private static final Duration FRESH_START = Duration.ofSeconds(45);

    private final Map<String, Object> settings;
    private final TopicPrefix prefix;
    private final MeterRegistry metrics;

    /**
     * @param settings of a Kafka producer; those that decide about loss and order are overridden
     */
    public MessagePublishers(
            Map<String, Object> settings, TopicPrefix prefix, MeterRegistry metrics) {
        this.settings = certain(settings);
        this.prefix = prefix;
        this.metrics = metrics;
    }

    /**
     * A new one for one thread.
     *
     * @param name of the Kafka client, after that of the service
     * @param stopping asked, whenever it has to wait, whether to give up
     */
    public MessagePublisher open(String name, BooleanSupplier stopping) {
        var producers =
                new DefaultKafkaProducerFactory<>(
                        named(name), new StringSerializer(), new ByteArraySerializer());
        producers.setPhysicalCloseTimeout(0);
        producers.addListener(new MicrometerProducerListener<>(metrics));
        return new MessagePublisher(producers, prefix, stopping);
    }

    private Map<String, Object> named(String name) {
        var named = new HashMap<>(settings);
        named.merge(ProducerConfig.CLIENT_ID_CONFIG, name, (service, own) -> service + "-" + own);
        return named;
    }

    private static Map<String, Object> certain(Map<String, Object> settings) {
        var certain = new HashMap<>(settings);
        certain.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
        certain.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        certain.put(ProducerConfig.ACKS_CONFIG, "all");
        certain.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        certain.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        certain.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) FRESH_START.toMillis());
        // How long one send may wait for a cluster that cannot be reached, before it is repeated.
        certain.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Duration.ofSeconds(5).toMillis());
        return certain;
    }
}
