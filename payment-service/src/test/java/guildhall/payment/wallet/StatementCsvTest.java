package guildhall.payment.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.money.Money;
import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.wallet.StatementLine.Direction;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementCsvTest {
    @Test
    void writesTheNamesOfTheColumnsFirst() {
        assertThat(StatementCsv.HEADER)
                .isEqualTo(
                        "line,posted_at,account,direction,amount,currency,balance_after,reason,"
                                + "reference_type,reference_id,step,description\r\n");
    }

    @Test
    void writesALineWithDecimalsOfItsCurrency() {
        assertThat(StatementCsv.row(line("Logo", Money.of(12_05, "USD"))))
                .isEqualTo(
                        "7,2027-01-15T12:00:00Z,PENDING,IN,12.05,USD,12.05,ESCROW_RELEASE,escrow,"
                                + "00000000-0000-0000-0000-0000000000e1,released:1,Logo\r\n");
    }

    @ParameterizedTest
    @CsvSource({"5, USD, 0.05", "5, JPY, 5", "5, KWD, 0.005", "100000, EUR, 1000.00"})
    void placesTheDecimalPointWhereTheCurrencyHasIt(long amount, String currency, String text) {
        assertThat(StatementCsv.row(line("", Money.of(amount, currency))))
                .contains(",IN," + text + "," + currency + "," + text + ",");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b         | \"a,b\"",
                "say \"yes\" | \"say \"\"yes\"\"\"",
                "plain       | plain"
            })
    void quotesWhatWouldBreakTheRow(String description, String field) {
        assertThat(StatementCsv.row(line(description, Money.of(1, "USD"))))
                .endsWith(",released:1," + field + "\r\n");
    }

    @Test
    void keepsSeveralLinesInOneField() {
        assertThat(StatementCsv.row(line("one\r\ntwo", Money.of(1, "USD"))))
                .endsWith(",\"one\r\ntwo\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void defusesFormulas(String description) {
        assertThat(StatementCsv.row(line(description, Money.of(1, "USD"))))
                .endsWith(",'" + description + "\r\n");
    }

    @Test
    void defusesAFormulaThatNeedsQuotes() {
        assertThat(StatementCsv.row(line("=A1,\"x\"", Money.of(1, "USD"))))
                .endsWith(",\"'=A1,\"\"x\"\"\"\r\n");
    }

    private static StatementLine line(String description, Money amount) {
        return new StatementLine(
                7,
                AccountCode.PENDING,
                Direction.IN,
                amount,
                amount,
                Reason.ESCROW_RELEASE,
                new JournalSource("escrow", new UUID(0, 0xe1), "released:1"),
                description,
                Instant.parse("2027-01-15T12:00:00Z"));
    }
}
