package guildhall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TestClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void standsStillUntilItIsMoved() {
        var clock = TestClock.at(NOON);

        var before = clock.instant();
        var after = clock.advance(Duration.ofDays(3));

        assertThat(before).isEqualTo(NOON);
        assertThat(after).isEqualTo(NOON.plus(Duration.ofDays(3)));
        assertThat(clock.instant()).isEqualTo(after);
    }

    @Test
    void movesTogetherWithItsOtherDials() {
        var clock = TestClock.at(NOON);
        var elsewhere = clock.withZone(ZoneId.of("Asia/Tokyo"));

        clock.set(NOON.plusSeconds(1));

        assertThat(elsewhere.instant()).isEqualTo(NOON.plusSeconds(1));
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }
}
