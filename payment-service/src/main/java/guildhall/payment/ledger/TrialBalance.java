package guildhall.payment.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All balances by code and currency. Totals are wider than a long, because a sum over all accounts
 * may not fit one.
 */
public record TrialBalance(List<Row> rows) {
    public TrialBalance {
        rows = List.copyOf(rows);
    }

    /**
     * @param debit sum of the balances below zero, as a positive number of minor units
     * @param credit sum of the balances above zero
     */
    public record Row(
            AccountCode code,
            Currency currency,
            long accounts,
            BigInteger debit,
            BigInteger credit) {
        BigInteger difference() {
            return credit.subtract(debit);
        }
    }

    /** Credits minus debits by currency code: zero everywhere, or the ledger is broken. */
    public Map<String, BigInteger> differences() {
        return rows.stream()
                .collect(
                        groupingBy(
                                row -> row.currency().getCurrencyCode(),
                                TreeMap::new,
                                reducing(BigInteger.ZERO, Row::difference, BigInteger::add)));
    }

    public boolean isBalanced() {
        return differences().values().stream().allMatch(sum -> sum.signum() == 0);
    }
}
