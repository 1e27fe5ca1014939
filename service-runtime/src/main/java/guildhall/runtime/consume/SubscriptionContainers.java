package guildhall.runtime.consume;

import guildhall.runtime.load.Breather;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Runs one Kafka consumer group for every subscription of the service. */
final class SubscriptionContainers implements SmartLifecycle {
    /** How late a partition may be resumed; polling returns at once when there are records. */
    private static final Duration POLL = Duration.ofMillis(200);

    /** In bytes. */
    private static final int A_LOT = 64 * 1024;

    private final List<Subscription> subscriptions;
    private final ConsumerFactory<String, byte[]> consumers;
    private final ConsumeTools tools;
    private final ConsumeProperties properties;
    private List<ConcurrentMessageListenerContainer<String, byte[]>> containers = List.of();
    private @Nullable ScheduledExecutorService timer;

    SubscriptionContainers(
            List<Subscription> subscriptions,
            ConsumerFactory<String, byte[]> consumers,
            ConsumeTools tools,
            ConsumeProperties properties) {
        this.subscriptions = List.copyOf(subscriptions);
        this.consumers = consumers;
        this.tools = tools;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        var resumptions =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("consume-resume").daemon().factory());
        timer = resumptions;
        containers =
                subscriptions.stream()
                        .map(subscription -> container(subscription, resumptions))
                        .toList();
        containers.forEach(AbstractMessageListenerContainer::start);
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container(
            Subscription subscription, ScheduledExecutorService resumptions) {
        var topics =
                subscription.topics().stream().map(tools.prefix()::onto).toArray(String[]::new);
        var settings = new ContainerProperties(topics);
        settings.setGroupId(tools.prefix().onto(subscription.name()));
        settings.setClientId(tools.prefix().onto(subscription.name()));
        settings.setAckMode(ContainerProperties.AckMode.MANUAL);
        settings.setPollTimeout(POLL.toMillis());
        settings.setPollTimeoutWhilePaused(POLL);
        settings.setShutdownTimeout(Duration.ofSeconds(10).toMillis());
        settings.setMicrometerEnabled(false); // Observed here, with the trace of the sender.
        settings.setIdleEventInterval(SubscriptionListener.COMMIT_EVERY.toMillis());
        settings.setKafkaConsumerProperties(fetching(subscription));
        var container = new ConcurrentMessageListenerContainer<>(consumers, settings);
        container.setBeanName(subscription.name());
        container.setConcurrency(properties.concurrencyFor(subscription));
        var listener =
                new SubscriptionListener(
                        subscription,
                        tools,
                        pause(container, resumptions),
                        new Breather(properties.breathOf(subscription), System::nanoTime));
        // The container works with a copy of the settings that it was made with.
        container.setupMessageListener(listener);
        container.getContainerProperties().setConsumerRebalanceListener(listener);
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent idle) {
                listener.idle(idle.getConsumer());
            }
        });
        // The listener decides about failures itself; nothing may skip a record behind its back.
        container.setCommonErrorHandler(new DefaultErrorHandler(new ExponentialBackOff()));
        return container;
    }

    /** The broker answers an unhurried consumer when it has a lot, or after the linger. */
    private Properties fetching(Subscription subscription) {
        var fetching = new Properties();
        if (subscription.isUnhurried()) {
            fetching.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, String.valueOf(A_LOT));
            fetching.put(
                    ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                    String.valueOf(properties.linger().toMillis()));
        }
        return fetching;
    }

    private static SubscriptionListener.PartitionPause pause(
            AbstractMessageListenerContainer<?, ?> container,
            ScheduledExecutorService resumptions) {
        return new SubscriptionListener.PartitionPause() {
            @Override
            public void pause(TopicPartition partition, Duration duration) {
                container.pausePartition(partition);
                var _ =
                        resumptions.schedule(
                                () -> container.resumePartition(partition),
                                duration.toMillis(),
                                TimeUnit.MILLISECONDS);
            }

            @Override
            public void resume(TopicPartition partition) {
                container.resumePartition(partition);
            }
        };
    }

    @Override
    public synchronized void stop() {
        containers.parallelStream().forEach(AbstractMessageListenerContainer::stop);
        containers = List.of();
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** With the listener containers of Spring Kafka: after everything that handlers use. */
    @Override
    public int getPhase() {
        return AbstractMessageListenerContainer.DEFAULT_PHASE;
    }
}
