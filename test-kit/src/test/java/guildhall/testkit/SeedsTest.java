package guildhall.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.id.JobId;
import guildhall.messages.party.PartyType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeedsTest {
    private final Optional<String> replayOfThisRun =
            Optional.ofNullable(System.getProperty(Seeds.REPLAY));

    @BeforeEach
    void forgetTheReplay() {
        System.clearProperty(Seeds.REPLAY);
    }

    @AfterEach
    void rememberTheReplay() {
        replayOfThisRun.ifPresentOrElse(
                seed -> System.setProperty(Seeds.REPLAY, seed),
                () -> System.clearProperty(Seeds.REPLAY));
    }

    @Test
    void makesTheSameValuesFromTheSameSeed() {
        assertThat(values(Seeds.of(42))).isEqualTo(values(Seeds.of(42)));
        assertThat(values(Seeds.of(42))).isNotEqualTo(values(Seeds.of(43)));
    }

    @Test
    void runsAsOftenAsTold() {
        var runs = new ArrayList<Long>();

        Seeds.forAll(25, any -> runs.add(any.longBetween(0, Long.MAX_VALUE)));

        assertThat(runs).hasSize(25);
    }

    @Test
    void printsTheSeedOfAFailingRunAndRepeatsExactlyThat() {
        var failing = new ArrayList<Integer>();
        var failure = failureOf(() -> Seeds.forAll(1_000, any -> failOnLarge(any, failing)));
        var seed = seedIn(failure);
        System.setProperty(Seeds.REPLAY, seed);
        var replayed = new ArrayList<Integer>();

        var again = failureOf(() -> Seeds.forAll(1_000, any -> failOnLarge(any, replayed)));

        assertThat(replayed).isEqualTo(List.of(failing.getLast()));
        assertThat(again).hasMessageContaining("replay failed").hasMessageContaining(seed);
    }

    @Test
    void staysWithinItsLimits() {
        Seeds.forAll(
                500,
                any -> {
                    assertThat(any.intBetween(3, 5)).isBetween(3, 5);
                    assertThat(any.money(10, 20, "USD").minorUnits()).isBetween(10L, 20L);
                    assertThat(any.text(7).codePoints().count()).isBetween(1L, 7L);
                    assertThat(any.listOf(1, 4, any::bool)).hasSizeBetween(1, 4);
                    assertThat(any.uuid().version()).isEqualTo(7);
                    assertThat(any.uuid().variant()).isEqualTo(2);
                    assertThat(any.client().party().type()).isEqualTo(PartyType.BUSINESS);
                    assertThat(any.shuffled(List.of(1, 2, 3))).containsExactlyInAnyOrder(1, 2, 3);
                    var from = any.instant();
                    assertThat(any.instantWithin(Duration.ofDays(1), from))
                            .isBetween(from, from.plus(Duration.ofDays(1)));
                });
    }

    @Test
    void reachesTheEndsOfARange() {
        assertThatCode(() -> Seeds.of(1).longBetween(Long.MIN_VALUE, Long.MAX_VALUE))
                .doesNotThrowAnyException();
        var any = Seeds.of(7);

        var drawn = any.listOf(100, 100, () -> any.intBetween(0, 1_000_000));

        assertThat(drawn).contains(0, 1_000_000);
    }

    private static List<Object> values(Seeds any) {
        return List.of(
                any.id(JobId::new),
                any.money(),
                any.side(PartyType.TEAM),
                any.instant(),
                any.text(20),
                any.constant(PartyType.class),
                any.listOf(5, any::uuid));
    }

    private static void failOnLarge(Seeds any, List<Integer> drawn) {
        var number = any.intBetween(0, 100);
        if (number > 50) {
            drawn.add(number);
            throw new IllegalStateException("too large: " + number);
        }
    }

    private static AssertionError failureOf(Runnable work) {
        var failure = new ArrayList<AssertionError>();
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(AssertionError.class, failure::add)
                .cause()
                .isInstanceOf(IllegalStateException.class);
        return failure.getFirst();
    }

    private static String seedIn(AssertionError failure) {
        var matcher = Pattern.compile("-Dguildhall\\.seed=(-?\\d+)").matcher(failure.getMessage());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
