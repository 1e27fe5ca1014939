package guildhall.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.money.Money;
import guildhall.testkit.Seeds;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class StripeMoneyTest {
    @Test
    void countsAsIsoDoesButForAFewCurrencies() {
        assertThat(StripeMoney.amount(Money.of(12_34, "USD"))).isEqualTo(12_34);
        assertThat(StripeMoney.amount(Money.of(1_234, "JPY"))).isEqualTo(1_234);
        assertThat(StripeMoney.amount(Money.of(1_234, "ISK"))).isEqualTo(1_234_00);
        assertThat(StripeMoney.money(1_234_00, "isk")).isEqualTo(Money.of(1_234, "ISK"));
        assertThat(StripeMoney.code(Currency.getInstance("USD"))).isEqualTo("usd");
    }

    @Test
    void refusesWhatStripeCannotMove() {
        assertThat(StripeMoney.amount(Money.of(1_230, "KWD"))).isEqualTo(1_230);
        assertThatThrownBy(() -> StripeMoney.amount(Money.of(1_234, "KWD")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StripeMoney.money(1_234_50, "isk"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StripeMoney.amount(Money.of(Long.MAX_VALUE, "UGX")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void readsBackWhatItWrites() {
        Seeds.forAll(
                300,
                any -> {
                    var money =
                            any.money(0, 1_000_000_0, any.oneOf("USD", "JPY", "ISK", "UGX", "EUR"));

                    var back =
                            StripeMoney.money(
                                    StripeMoney.amount(money), StripeMoney.code(money.currency()));

                    assertThat(back).isEqualTo(money);
                });
    }
}
