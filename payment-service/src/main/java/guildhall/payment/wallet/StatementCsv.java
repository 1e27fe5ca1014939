package guildhall.payment.wallet;

import guildhall.messages.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement for spreadsheets: RFC 4180, amounts as decimals of the currency, times in UTC. Text
 * that a spreadsheet would take for a formula is preceded by an apostrophe, because part of it was
 * written by other users.
 */
public final class StatementCsv {
    public static final String HEADER =
            row(
                    List.of(
                            "line",
                            "posted_at",
                            "account",
                            "direction",
                            "amount",
                            "currency",
                            "balance_after",
                            "reason",
                            "reference_type",
                            "reference_id",
                            "step",
                            "description"));

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    public static String row(StatementLine line) {
        var source = line.source();
        return row(
                List.of(
                        Long.toString(line.number()),
                        line.postedAt().toString(),
                        line.account().name(),
                        line.direction().name(),
                        decimal(line.amount()),
                        line.amount().currency().getCurrencyCode(),
                        decimal(line.balanceAfter()),
                        line.reason().name(),
                        source.type(),
                        source.id().toString(),
                        source.step(),
                        line.description()));
    }

    private static String row(List<String> fields) {
        return fields.stream()
                .map(StatementCsv::field)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String text) {
        var safe = startsFormula(text) ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    private static String decimal(Money money) {
        var digits = Math.max(0, money.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(money.minorUnits(), digits).toPlainString();
    }

    private StatementCsv() {}
}
