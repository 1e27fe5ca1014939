package guildhall.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.payment.ledger.TrialBalance.Row;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialBalanceTest {
    static final Currency USD = Currency.getInstance("USD");
    static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void balancesWhenEveryCurrencyAddsUpToZero() {
        var balance =
                new TrialBalance(
                        List.of(
                                row(AccountCode.CASH_CLEARING, USD, 700, 0),
                                row(AccountCode.AVAILABLE, USD, 0, 650),
                                row(AccountCode.FEE_REVENUE, USD, 0, 50),
                                row(AccountCode.CASH_CLEARING, EUR, 5, 0),
                                row(AccountCode.AVAILABLE, EUR, 0, 5)));

        assertThat(balance.isBalanced()).isTrue();
        assertThat(balance.differences())
                .isEqualTo(Map.of("EUR", BigInteger.ZERO, "USD", BigInteger.ZERO));
    }

    @Test
    void doesNotLetOneCurrencyMakeUpForAnother() {
        var balance =
                new TrialBalance(
                        List.of(
                                row(AccountCode.CASH_CLEARING, USD, 5, 0),
                                row(AccountCode.AVAILABLE, EUR, 0, 5)));

        assertThat(balance.isBalanced()).isFalse();
        assertThat(balance.differences())
                .isEqualTo(Map.of("EUR", BigInteger.valueOf(5), "USD", BigInteger.valueOf(-5)));
    }

    static Row row(AccountCode code, Currency currency, long debit, long credit) {
        return new Row(code, currency, 1, BigInteger.valueOf(debit), BigInteger.valueOf(credit));
    }
}
