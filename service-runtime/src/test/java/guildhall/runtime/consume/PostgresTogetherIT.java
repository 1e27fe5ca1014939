package guildhall.runtime.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.messages.id.EscrowId;
import guildhall.runtime.id.Ids;
import guildhall.runtime.sample.SampleService;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same promises when messages are handled together. */
class PostgresTogetherIT extends PostgresSubscriptionIT {
    @Override
    SampleService.Blueprint blueprint() {
        return blueprint(SampleReleasesTogether.class);
    }

    @Test
    void handlesEachOfManyOnceAlthoughOneOfThemIsPoisonAndSomeComeTwice() {
        var keys = Stream.generate(() -> new EscrowId(Ids.next())).limit(20).toList();
        var poisoned = keys.getFirst();
        SampleReleases.failTimes(release(poisoned, 7), Integer.MAX_VALUE);

        for (long n = 1; n <= 20; n++) {
            for (var key : keys) {
                var id = Ids.next();
                probe().publish(id, release(key, n));
                if (n % 5 == 0) {
                    probe().publish(id, release(key, n));
                }
            }
        }

        var all = LongStream.rangeClosed(1, 20).boxed().toList();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(keys.stream().skip(1).map(this::effects)).containsOnly(all));
        assertThat(effects(poisoned)).isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L));
        assertThat(SampleReleasesTogether.largest()).isGreaterThan(1);
    }
}
