package guildhall.messages.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {
    static final Money TEN = Money.of(1_000, "USD");

    @Test
    void addsAndSubtractsWithinOneCurrency() {
        assertThat(TEN.plus(Money.of(1, "USD"))).isEqualTo(Money.of(1_001, "USD"));
        assertThat(TEN.minus(Money.of(1, "USD"))).isEqualTo(Money.of(999, "USD"));
        assertThat(TEN.minus(TEN)).isEqualTo(Money.zero(TEN.currency()));
    }

    @Test
    void refusesToMixCurrencies() {
        var euros = Money.of(1, "EUR");

        assertThatIllegalArgumentException().isThrownBy(() -> TEN.plus(euros));
        assertThatIllegalArgumentException().isThrownBy(() -> TEN.minus(euros));
        assertThatIllegalArgumentException().isThrownBy(() -> TEN.isLessThan(euros));
    }

    @Test
    void isNeverNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(-1, "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> TEN.minus(Money.of(1_001, "USD")));
    }

    @Test
    void refusesASumThatDoesNotFit() {
        var most = Money.of(Long.MAX_VALUE, "USD");

        assertThatThrownBy(() -> most.plus(TEN)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void comparesToTheCent() {
        assertThat(TEN.isLessThan(Money.of(1_001, "USD"))).isTrue();
        assertThat(TEN.isLessThan(TEN)).isFalse();
        assertThat(TEN.isLessThan(Money.of(999, "USD"))).isFalse();
    }

    @Test
    void isZeroOnlyWhenThereIsNothing() {
        assertThat(Money.zero(TEN.currency()).isZero()).isTrue();
        assertThat(Money.of(1, "USD").isZero()).isFalse();
    }
}
