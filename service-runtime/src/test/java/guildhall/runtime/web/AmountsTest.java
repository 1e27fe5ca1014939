package guildhall.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import guildhall.messages.money.Money;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void acceptsMoneyThatPeopleCanHave() {
        assertThat(Amounts.payable("/amount", Money.of(1, "JPY"))).isEqualTo(Money.of(1, "JPY"));
    }

    @Test
    void refusesNothingAndNamesTheFieldOfTheAmount() {
        assertRefused(
                () -> Amounts.payable("/lines/0/price", Money.of(0, "USD")),
                InvalidInput.field("/lines/0/price/amount", "must be greater than 0"));
    }

    @Test
    void refusesGoldAndNamesTheFieldOfTheCurrency() {
        assertRefused(
                () -> Amounts.payable("/amount", Money.of(5, "XAU")),
                InvalidInput.field("/amount/currency", "must be the currency of a country"));
    }

    private static void assertRefused(ThrowingCallable check, InvalidInput expected) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(check)
                .satisfies(refusal ->
                        assertThat(refusal.getBody())
                                .isEqualTo(Refusal.invalidRequest(List.of(expected))));
    }
}
