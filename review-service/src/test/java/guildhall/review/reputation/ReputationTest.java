package guildhall.review.reputation;

import static guildhall.review.review.ReviewSamples.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.testkit.Seeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class ReputationTest {
    @Test
    void roundsTheAverageHalfUpToHundredths() {
        assertThat(Reputation.of(ADA.party(), 14, 3))
                .isEqualTo(new Reputation(ADA.party(), 467, 3));
        assertThat(Reputation.of(ADA.party(), 37, 8))
                .isEqualTo(new Reputation(ADA.party(), 463, 8));
        assertThat(Reputation.of(ADA.party(), 5, 1)).isEqualTo(new Reputation(ADA.party(), 500, 1));
    }

    @Test
    void agreesWithDecimalArithmeticForAnyRatings() {
        Seeds.forAll(
                1_000,
                any -> {
                    var ratings = any.listOf(1, 300, () -> any.longBetween(1, 5));
                    var sum = ratings.stream().mapToLong(rating -> rating).sum();
                    var expected =
                            BigDecimal.valueOf(sum)
                                    .movePointRight(2)
                                    .divide(
                                            BigDecimal.valueOf(ratings.size()),
                                            0,
                                            RoundingMode.HALF_UP);

                    var reputation = Reputation.of(ADA.party(), sum, ratings.size());

                    assertThat(reputation.averageHundredths()).isEqualTo(expected.intValueExact());
                });
    }

    @Test
    void hasNoAverageOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Reputation.of(ADA.party(), 0, 0));
    }
}
