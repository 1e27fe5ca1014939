package guildhall.payment.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.payment.credit.LowCreditRule.Usage;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowCreditRuleTest {
    @ParameterizedTest
    @CsvSource({
        // left, tasks, units of them, average tasks, low?
        "6, 1, 3, 2,   true",
        "7, 1, 3, 2,   false",
        "4, 3, 7, 2,   true", // 4 <= 4.67
        "5, 3, 7, 2,   false",
        "0, 1, 1, 2,   true",
        "4, 1, 3, 1.5, true",
        "5, 1, 3, 1.5, false",
        "1, 1, 3, 0,   false",
        "2147483647, 20, 42949672940, 2, true"
    })
    void isLowWhenItLastsForNoMoreThanSoManyAverageTasks(
            int available, int tasks, long units, BigDecimal averageTasks, boolean isLow) {
        assertThat(new LowCreditRule(averageTasks).isLow(available, new Usage(tasks, units)))
                .isEqualTo(isLow);
    }

    @Test
    void isNeverLowForWhoHasNoTasks() {
        assertThat(new LowCreditRule(BigDecimal.TWO).isLow(0, new Usage(0, 0))).isFalse();
    }

    @Test
    void roundsTheAverageUp() {
        assertThat(new Usage(3, 7).unitsPerTask()).isEqualTo(3);
        assertThat(new Usage(2, 6).unitsPerTask()).isEqualTo(3);
    }

    @Test
    void knowsNoNegativeNumberOfTasks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LowCreditRule(new BigDecimal("-1")));
    }
}
