package guildhall.payment.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.money.Money;
import guildhall.payment.fee.FeeQuote.Part;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeRuleTest {
    final FeeRule rule =
            FeeRule.ofTiers(
                    List.of(new FeeTier(0, 2_000), new FeeTier(500, 1_000), tier(10_000, 500)));

    @Test
    void splitsAReleaseThatCrossesEveryTier() {
        var quote = quote(usd(40_000), usd(1_000_000));

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
        assertThat(quote(usd(billed), usd(gross)).fee()).isEqualTo(usd(fee));
    }

    @Test
    void chargesTheSameForOneReleaseAsForItsParts() {
        var whole = quote(usd(0), usd(60_000)).fee();

        var first = quote(usd(0), usd(45_000)).fee();
        var second = quote(usd(45_000), usd(15_000)).fee();

        assertThat(first.plus(second)).isEqualTo(whole);
    }

    @Test
    void readsThresholdsInMajorUnitsOfTheCurrency() {
        var yen = quote(Money.of(0, "JPY"), Money.of(600, "JPY"));
        var dinar = quote(Money.of(0, "KWD"), Money.of(600_000, "KWD"));

        assertThat(yen.fee()).isEqualTo(Money.of(110, "JPY"));
        assertThat(dinar.fee()).isEqualTo(Money.of(110_000, "KWD"));
    }

    @Test
    void pricesTheLargestAmountWithoutOverflow() {
        var quote = quote(usd(0), usd(Long.MAX_VALUE));

        assertThat(quote.fee().plus(quote.net())).isEqualTo(usd(Long.MAX_VALUE));
    }

    /** 20 per cent, less for higher levels and for plans, and at least half a dollar. */
    static final FeeRule GIGS =
            new FeeRule(
                    500,
                    List.of(tier(0, 2_000)),
                    List.of(2_000, 1_800, 1_500, 1_200, 1_000),
                    Map.of("PRO", 1_100, "FREE", 9_000),
                    Map.of(Currency.getInstance("USD"), 50L));

    @ParameterizedTest
    @CsvSource({
        "0, '',   2000",
        "1, '',   1800",
        "2, '',   1500",
        "3, '',   1200",
        "4, '',   1000",
        "9, '',   1000", // no such level: like the highest
        "0, PRO,  1100",
        "4, PRO,  1000", // the lower of the two
        "0, FREE, 2000", // never raised
        "0, GONE, 2000"
    })
    void onlyLowersTheRateByLevelAndPlan(int level, String plan, int basisPoints) {
        var basis = new FeeBasis(ContractKind.GIG_ORDER, null, level, plan);

        var quote = GIGS.quote("gig-1", basis, usd(0), usd(100_00));

        assertThat(quote.parts()).containsExactly(new Part(basisPoints, usd(100_00)));
        assertThat(quote.fee()).isEqualTo(usd(basisPoints));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "49, 49", "50, 50", "249, 50", "250, 50", "255, 51", "300, 60"})
    void chargesAtLeastTheMinimumButNeverMoreThanThereIs(long gross, long fee) {
        var quote = GIGS.quote("gig-1", FeeBasis.STANDARD, usd(0), usd(gross));

        assertThat(quote.fee()).isEqualTo(usd(fee));
        assertThat(quote.net().plus(quote.fee())).isEqualTo(usd(gross));
    }

    @Test
    void chargesNoMinimumForWhatIsFreeAndNoneInOtherCurrencies() {
        var free = new FeeRule(0, List.of(tier(0, 0)), List.of(), Map.of(), GIGS.minimums());
        var yen = Money.of(100, "JPY");

        assertThat(free.quote("tip-1", FeeBasis.STANDARD, usd(0), usd(5_00)).fee())
                .isEqualTo(usd(0));
        assertThat(GIGS.quote("gig-1", FeeBasis.STANDARD, Money.of(0, "JPY"), yen).fee())
                .isEqualTo(Money.of(20, "JPY"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "9, 0",
        "10, 1",
        "100, 5",
        "10000, 500",
        "9223372036854775807, 461168601842738790"
    })
    void chargesTheBuyerOnTop(long amount, long fee) {
        assertThat(GIGS.buyerFee(usd(amount))).isEqualTo(usd(fee));
    }

    @Test
    void refusesRatesOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new FeeRule(-1, List.of(tier(0, 1)), List.of(), Map.of(), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new FeeRule(0, List.of(tier(0, 1)), List.of(10_001), Map.of(), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new FeeRule(0, List.of(tier(0, 1)), List.of(), Map.of("A", -1), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new FeeRule(
                                0,
                                List.of(tier(0, 1)),
                                List.of(),
                                Map.of(),
                                Map.of(Currency.getInstance("USD"), -1L)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeeBasis(ContractKind.FIXED, null, -1, ""));
    }

    @Test
    void refusesTiersThatDoNotCoverEverythingUpwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> of());
        assertThatIllegalArgumentException().isThrownBy(() -> of(tier(1, 500)));
        assertThatIllegalArgumentException().isThrownBy(() -> of(tier(0, 500), tier(0, 400)));
        assertThatIllegalArgumentException().isThrownBy(() -> tier(0, 10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> tier(-1, 1));
    }

    FeeQuote quote(Money billed, Money gross) {
        return rule.quote("talent-1", FeeBasis.STANDARD, billed, gross);
    }

    static FeeRule of(FeeTier... tiers) {
        return FeeRule.ofTiers(List.of(tiers));
    }

    static FeeTier tier(long above, int basisPoints) {
        return new FeeTier(above, basisPoints);
    }

    static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}
