package guildhall.runtime.consume;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class HeldPartitionsTest {
    private static final TopicPartition ONE = new TopicPartition("topic", 1);
    private static final TopicPartition TWO = new TopicPartition("topic", 2);

    private final HeldPartitions held = new HeldPartitions();

    @Test
    void holdsWhatFollowsTheFailedRecordOfItsPartition() {
        held.failed(ONE, 7);

        assertThat(held.isBehind(ONE, 6)).isFalse();
        assertThat(held.isBehind(ONE, 7)).isFalse();
        assertThat(held.isBehind(ONE, 8)).isTrue();
        assertThat(held.isBehind(TWO, 8)).isFalse();
    }

    @Test
    void countsTheAttemptsOfOneRecord() {
        held.failed(ONE, 7);

        assertThat(held.failed(ONE, 7)).isEqualTo(2);
        assertThat(held.failed(ONE, 9)).isEqualTo(1);
    }

    @Test
    void startsAfreshWhenReleased() {
        held.failed(ONE, 7);

        held.release(ONE);

        assertThat(held.isBehind(ONE, 8)).isFalse();
        assertThat(held.failed(ONE, 7)).isEqualTo(1);
    }
}
