package guildhall.payment.ledger.adapter;

import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.TrialBalance;
import guildhall.payment.ledger.TrialBalance.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the whole ledger to see whether it adds up. */
@Repository
class LedgerBooks {
    private final JdbcClient jdbc;

    LedgerBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TrialBalance trialBalance() {
        return new TrialBalance(
                jdbc.sql(
                                """
                                select code, currency, count(*) as accounts,
                                    coalesce(sum(-balance) filter (where balance < 0), 0) as debit,
                                    coalesce(sum(balance) filter (where balance > 0), 0) as credit
                                from account
                                group by code, currency
                                order by currency, code
                                """)
                        .query((row, _) ->
                                new Row(
                                        AccountCode.valueOf(row.getString("code")),
                                        Currency.getInstance(row.getString("currency")),
                                        row.getLong("accounts"),
                                        integer(row.getBigDecimal("debit")),
                                        integer(row.getBigDecimal("credit"))))
                        .list());
    }

    /**
     * What is wrong, in minor units, signs ignored so that errors cannot cancel each other out:
     * balances against the sum of their lines, currencies against zero, escrows against their
     * accounts. One statement, hence one moment.
     */
    BigInteger difference() {
        return integer(
                jdbc.sql(
                                """
                                with folded as (
                                    select account_id, sum(credit) - sum(debit) as balance,
                                        count(*) as lines
                                    from line group by account_id
                                ), accounts as (
                                    select abs(account.balance - coalesce(folded.balance, 0))
                                        + abs(account.line_count - coalesce(folded.lines, 0))
                                        as wrong
                                    from account left join folded using (account_id)
                                ), currencies as (
                                    select abs(sum(balance)) as wrong
                                    from account group by currency
                                ), escrows as (
                                    select abs(coalesce(escrow.held, 0)
                                        - coalesce(account.balance, 0)) as wrong
                                    from (select * from account where code = 'ESCROW') account
                                    full join (select * from escrow where funded > 0) escrow
                                        on account.owner = escrow.escrow_id::text
                                )
                                select coalesce(sum(wrong), 0) from (
                                    select wrong from accounts
                                    union all select wrong from currencies
                                    union all select wrong from escrows
                                ) everything
                                """)
                        .query(BigDecimal.class)
                        .single());
    }

    private static BigInteger integer(BigDecimal sum) {
        return sum.toBigIntegerExact();
    }
}
