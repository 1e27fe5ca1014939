package guildhall.runtime.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class UncommittedTest {
    private static final TopicPartition ONE = new TopicPartition("topic", 1);
    private static final TopicPartition TWO = new TopicPartition("topic", 2);

    private final AtomicLong nanos = new AtomicLong();
    private final Uncommitted uncommitted = new Uncommitted(nanos::get);

    @Test
    void givesTheLatestOfEachPartitionOnce() {
        uncommitted.add(ONE, 4);
        uncommitted.add(TWO, 7);
        uncommitted.add(ONE, 5);

        assertThat(uncommitted.take(List.of(ONE, TWO), Duration.ZERO))
                .isEqualTo(Map.of(ONE, new OffsetAndMetadata(5), TWO, new OffsetAndMetadata(7)));
        assertThat(uncommitted.take(List.of(ONE, TWO), Duration.ZERO)).isEmpty();
    }

    @Test
    void leavesAlonePartitionsOfAnotherConsumer() {
        uncommitted.add(ONE, 4);
        uncommitted.add(TWO, 7);

        assertThat(uncommitted.take(List.of(TWO), Duration.ZERO))
                .isEqualTo(Map.of(TWO, new OffsetAndMetadata(7)));
        assertThat(uncommitted.take(List.of(ONE), Duration.ZERO))
                .isEqualTo(Map.of(ONE, new OffsetAndMetadata(4)));
    }

    @Test
    void givesAgainWhatCouldNotBeCommittedUnlessThereIsMore() {
        uncommitted.add(ONE, 4);
        uncommitted.add(TWO, 7);
        var lost = uncommitted.take(List.of(ONE, TWO), Duration.ZERO);
        uncommitted.add(ONE, 5);

        uncommitted.putBack(List.of(ONE, TWO), lost);

        assertThat(uncommitted.take(List.of(ONE, TWO), Duration.ZERO))
                .isEqualTo(Map.of(ONE, new OffsetAndMetadata(5), TWO, new OffsetAndMetadata(7)));
    }

    @Test
    void waitsForTheFirstOfThemHoweverManyFollow() {
        uncommitted.add(ONE, 1);
        assertThat(uncommitted.take(List.of(ONE), Duration.ofMillis(200))).isEmpty();

        nanos.addAndGet(Duration.ofMillis(200).toNanos());
        uncommitted.add(ONE, 2);
        uncommitted.add(TWO, 1);

        assertThat(uncommitted.take(List.of(ONE, TWO), Duration.ofMillis(200)))
                .isEqualTo(Map.of(ONE, new OffsetAndMetadata(2), TWO, new OffsetAndMetadata(1)));
    }
}
