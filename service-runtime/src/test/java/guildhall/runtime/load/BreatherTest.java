package guildhall.runtime.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreatherTest {
    private static final Duration REST = Duration.ofMillis(200);

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Breather breather = new Breather(new Breath(60, 50, REST), nanos::get);

    @Test
    void nobodyWaitsWhileLittleArrives() {
        var rests = arriving(40, 25, 1);

        assertThat(rests).containsOnly(Duration.ZERO);
    }

    @Test
    void restsOnceMuchArrives() {
        var rests = arriving(100, 5, 1);

        assertThat(rests.getFirst()).isZero();
        assertThat(rests.getLast()).isEqualTo(REST);
    }

    @Test
    void goesOnRestingWhenTheBatchesHaveGrown() {
        arriving(100, 5, 1);

        assertThat(arriving(5, 200, 40)).containsOnly(REST);
    }

    @Test
    void aLargeBatchIsFollowedAtOnce() {
        assertThat(arriving(3, 100, 50)).containsOnly(Duration.ZERO);
    }

    @Test
    void restsNoMoreWhenTheRushIsOver() {
        arriving(100, 5, 1);

        assertThat(arriving(3, 2000, 2)).containsOnly(Duration.ZERO);
    }

    @Test
    void whatCameDuringAStallIsNotARush() {
        arriving(40, 50, 1);

        assertThat(arriving(1, 500, 10)).containsOnly(Duration.ZERO);
    }

    private List<Duration> arriving(int batches, int everyMillis, int messages) {
        return IntStream.range(0, batches)
                .mapToObj(_ -> {
                    nanos.addAndGet(Duration.ofMillis(everyMillis).toNanos());
                    return breather.restAfter(messages);
                })
                .toList();
    }
}
