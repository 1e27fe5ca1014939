package guildhall.runtime.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import guildhall.runtime.load.Breather;
import guildhall.runtime.message.TopicPrefix;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SubscriptionListenerTest {
    private static final TopicPartition ONE = new TopicPartition("topic", 1);

    @Test
    void commitsAgainWhatTheBrokerDidNotTakeThoughNothingFollows() {
        var consumer = new ForgetfulConsumer();
        consumer.assign(List.of(ONE));
        var listener = listener();
        listener.onMessage(List.of(ofNoConcern()), consumer);

        listener.idle(consumer);
        assertThat(consumer.committed(Set.of(ONE))).isEmpty();
        listener.idle(consumer);

        assertThat(consumer.committed(Set.of(ONE)))
                .isEqualTo(Map.of(ONE, new OffsetAndMetadata(5)));
    }

    private static ConsumerRecord<String, byte[]> ofNoConcern() {
        return new ConsumerRecord<>(ONE.topic(), ONE.partition(), 4, "key", new byte[0]);
    }

    private static SubscriptionListener listener() {
        var tools =
                new ConsumeTools(
                        mock(ConsumerStore.class),
                        mock(DeliveryContext.class),
                        mock(RetryPolicy.class),
                        mock(ConsumeMetrics.class),
                        mock(TopicPrefix.class));
        return new SubscriptionListener(
                Subscription.named("sample.nothing"),
                tools,
                mock(SubscriptionListener.PartitionPause.class),
                mock(Breather.class));
    }

    /** Its broker is away at the first commit. */
    private static final class ForgetfulConsumer extends MockConsumer<String, byte[]> {
        private boolean away = true;

        ForgetfulConsumer() {
            super("earliest");
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            if (away) {
                away = false;
                callback.onComplete(offsets, new RetriableCommitFailedException("away"));
            } else {
                super.commitAsync(offsets, callback);
            }
        }
    }
}
