package guildhall.payment.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.money.Money;
import guildhall.payment.fee.FeeQuote.Part;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeScheduleTest {
    final FeeSchedule schedule =
            new FeeSchedule(
                    "talent-1",
                    Instant.EPOCH,
                    List.of(new FeeTier(0, 2_000), new FeeTier(500, 1_000), tier(10_000, 500)));

    @Test
    void splitsAReleaseThatCrossesEveryTier() {
        var quote = schedule.quote(usd(40_000), usd(1_000_000));

        assertThat(quote)
                .isEqualTo(
                        new FeeQuote(
                                "talent-1",
                                usd(1_000_000),
                                usd(2_000 + 95_000 + 2_000),
                                List.of(
                                        new Part(2_000, usd(10_000)),
                                        new Part(1_000, usd(950_000)),
                                        new Part(500, usd(40_000)))));
        assertThat(quote.net()).isEqualTo(usd(901_000));
    }

    @ParameterizedTest
    @CsvSource({
        "0,      50000,  10000", // exactly the first tier
        "0,      50001,  10000", // one cent above: 0.1 cent rounds down
        "0,      50005,  10001", // 0.5 cent rounds up
        "49999,  1,      0",
        "50000,  1,      0",
        "50000,  100,    10",
        "50000,  950000, 95000", // exactly the second tier
        "999999, 2,      0", // 0.1 + 0.05 cent
        "1000000,100,    5",
        "1000000,10,     1", // 0.5 cent rounds up
        "1000000,9,      0",
        "0,      1,      0",
        "0,      2,      0", // 0.4 cent
        "0,      3,      1", // 0.6 cent
        "9000000000000000000, 100, 5"
    })
    void chargesEachPartAtItsRateAndRoundsOnce(long billed, long gross, long fee) {
        assertThat(schedule.quote(usd(billed), usd(gross)).fee()).isEqualTo(usd(fee));
    }

    @Test
    void chargesTheSameForOneReleaseAsForItsParts() {
        var whole = schedule.quote(usd(0), usd(60_000)).fee();

        var first = schedule.quote(usd(0), usd(45_000)).fee();
        var second = schedule.quote(usd(45_000), usd(15_000)).fee();

        assertThat(first.plus(second)).isEqualTo(whole);
    }

    @Test
    void readsThresholdsInMajorUnitsOfTheCurrency() {
        var yen = schedule.quote(Money.of(0, "JPY"), Money.of(600, "JPY"));
        var dinar = schedule.quote(Money.of(0, "KWD"), Money.of(600_000, "KWD"));

        assertThat(yen.fee()).isEqualTo(Money.of(110, "JPY"));
        assertThat(dinar.fee()).isEqualTo(Money.of(110_000, "KWD"));
    }

    @Test
    void pricesTheLargestAmountWithoutOverflow() {
        var quote = schedule.quote(usd(0), usd(Long.MAX_VALUE));

        assertThat(quote.fee().plus(quote.net())).isEqualTo(usd(Long.MAX_VALUE));
    }

    @Test
    void refusesTiersThatDoNotCoverEverythingUpwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> of());
        assertThatIllegalArgumentException().isThrownBy(() -> of(tier(1, 500)));
        assertThatIllegalArgumentException().isThrownBy(() -> of(tier(0, 500), tier(0, 400)));
        assertThatIllegalArgumentException().isThrownBy(() -> tier(0, 10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> tier(-1, 1));
    }

    static FeeSchedule of(FeeTier... tiers) {
        return new FeeSchedule("broken", Instant.EPOCH, List.of(tiers));
    }

    static FeeTier tier(long above, int basisPoints) {
        return new FeeTier(above, basisPoints);
    }

    static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}
