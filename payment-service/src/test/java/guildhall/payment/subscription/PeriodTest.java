package guildhall.payment.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.money.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PeriodTest {
    static final Instant LAST_OF_JANUARY = Instant.parse("2027-01-31T10:00:00Z");

    @Test
    void keepsTheDayOfTheMonthWhereMonthsHaveIt() {
        var january = Period.from(LAST_OF_JANUARY, LAST_OF_JANUARY, 1);
        var february = Period.from(LAST_OF_JANUARY, january.end(), 1);
        var march = Period.from(LAST_OF_JANUARY, february.end(), 1);

        assertThat(january.end()).isEqualTo("2027-02-28T10:00:00Z");
        assertThat(february.end()).isEqualTo("2027-03-31T10:00:00Z");
        assertThat(march.end()).isEqualTo("2027-04-30T10:00:00Z");
    }

    @Test
    void followsEachOtherWithoutGapForYears() {
        var period = Period.from(LAST_OF_JANUARY, LAST_OF_JANUARY, 1);
        for (int month = 0; month < 60; month++) {
            var next = Period.from(LAST_OF_JANUARY, period.end(), 1);

            assertThat(next.start()).isEqualTo(period.end());
            assertThat(next.end()).isAfter(next.start().plusSeconds(27 * 86_400));
            assertThat(next.end()).isBefore(next.start().plusSeconds(32 * 86_400));
            period = next;
        }
        assertThat(period.end()).isEqualTo("2032-02-29T10:00:00Z");
    }

    @Test
    void lastsAYear() {
        var start = Instant.parse("2028-02-29T00:00:00Z");

        assertThat(Period.from(start, start, 12).end()).isEqualTo("2029-02-28T00:00:00Z");
    }

    @Test
    void pricesWhatIsLeftOfIt() {
        var start = Instant.parse("2027-04-01T00:00:00Z");
        var period = Period.from(start, start, 1);
        var whole = Money.of(10_00, "USD");

        assertThat(period.rest(whole, start)).isEqualTo(whole);
        assertThat(period.rest(whole, Instant.parse("2027-04-16T00:00:00Z")))
                .isEqualTo(Money.of(5_00, "USD"));
        assertThat(period.rest(whole, Instant.parse("2027-04-11T00:00:00Z")))
                .isEqualTo(Money.of(6_67, "USD"));
        assertThat(period.rest(whole, period.end())).isEqualTo(Money.of(0, "USD"));
        assertThat(period.rest(whole, period.end().plusSeconds(1))).isEqualTo(Money.of(0, "USD"));
    }
}
