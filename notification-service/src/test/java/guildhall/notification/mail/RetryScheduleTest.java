package guildhall.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    final RetrySchedule schedule =
            new RetrySchedule(
                    List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(2)),
                    Duration.ofDays(3));

    @Test
    void waitsLongerAfterEachFailureAndThenGivesUp() {
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(schedule::afterFailure))
                .containsExactly(
                        Optional.of(Duration.ofMinutes(1)),
                        Optional.of(Duration.ofMinutes(5)),
                        Optional.of(Duration.ofHours(2)),
                        Optional.empty(),
                        Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT2S",
        "PT4S, PT2S",
        "PT10S, PT5S",
        "PT1H, PT30M",
        "PT2H, PT1H",
        "PT71H59M59S, PT1H"
    })
    void looksForAnAddressEverMoreRarely(Duration waited, Duration wait) {
        assertThat(schedule.forAddress(waited)).contains(wait);
    }

    @Test
    void stopsLookingForAnAddress() {
        assertThat(schedule.forAddress(Duration.ofDays(3))).isEmpty();
    }
}
