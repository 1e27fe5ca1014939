package guildhall.identity.key;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {
    private final KeySchedule schedule = new KeySchedule(Duration.ofDays(30), Duration.ofHours(1));

    @Test
    void signsAWholePeriodWithOneKey() {
        var start = schedule.current(Instant.parse("2027-01-15T12:00:00Z"));

        assertThat(schedule.current(start)).isEqualTo(start);
        assertThat(schedule.current(start.plus(Duration.ofDays(30)).minusMillis(1)))
                .isEqualTo(start);
        assertThat(schedule.current(start.plus(Duration.ofDays(30))))
                .isEqualTo(schedule.next(start));
    }

    @Test
    void publishesAKeyUntilItsLastTokenHasExpired() {
        var start = Instant.parse("2027-01-01T00:00:00Z");

        assertThat(schedule.publishedUntil(start)).isEqualTo(Instant.parse("2027-01-31T01:00:00Z"));
    }

    @Test
    void publishesTheKeyOfEveryTokenThatMayBeShown() {
        Seeds.forAll(
                1_000,
                any -> {
                    var signedAt = any.instant();
                    var shownAt = any.instantWithin(Duration.ofMinutes(59), signedAt);

                    var key = schedule.current(signedAt);

                    assertThat(schedule.publishedUntil(key)).isAfter(shownAt);
                });
    }
}
