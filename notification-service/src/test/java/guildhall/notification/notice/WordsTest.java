package guildhall.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.money.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "50000, USD, 500.00 USD",
        "5, USD, 0.05 USD",
        "0, EUR, 0.00 EUR",
        "50000, JPY, 50000 JPY",
        "50000, KWD, 50.000 KWD",
        "9223372036854775807, USD, 92233720368547758.07 USD",
        "7, XAU, 7 XAU"
    })
    void writesAmountsWithTheDigitsOfTheirCurrency(long minorUnits, String code, String words) {
        assertThat(Words.amount(Money.of(minorUnits, code))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"10000, 100 %", "4000, 40 %", "3333, 33.33 %", "1250, 12.5 %", "1, 0.01 %"})
    void writesSharesWithoutIdleDigits(int basisPoints, String words) {
        assertThat(Words.percent(basisPoints)).isEqualTo(words);
    }

    @Test
    void writesTimesInUtc() {
        assertThat(Words.time(Instant.parse("2027-03-01T09:05:59.999Z")))
                .isEqualTo("1 March 2027, 09:05 UTC");
    }
}
