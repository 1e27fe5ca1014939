package guildhall.payment.wallet.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.payment.ledger.AccountCode;
import guildhall.payment.wallet.StatementLine;
import guildhall.payment.wallet.StatementPeriod;
import guildhall.payment.wallet.Statements;
import guildhall.payment.wallet.WalletId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Adds lines up instead of looking for the newest one before a moment: two lines of an account are
 * not always in the order of their times, because whoever was first may have waited for the lock.
 */
@Repository
class JdbcStatements implements Statements {
    private static final Instant BEGINNING = Instant.EPOCH;

    private final JdbcClient jdbc;

    JdbcStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Times are in microseconds. */
    @Override
    public Balance balance(WalletId wallet, Instant at) {
        var summary = summary(new StatementPeriod(wallet, BEGINNING, at.plusNanos(1_000)));
        return new Balance(summary.available().closing(), summary.pending().closing());
    }

    @Override
    public Summary summary(StatementPeriod period) {
        var movements = new EnumMap<AccountCode, Movement>(AccountCode.class);
        params(
                        jdbc.sql(
                                """
                                select account.code,
                                    sum(credit - debit) filter (where line.posted_at < :from)
                                        as opening,
                                    sum(credit) filter (where line.posted_at >= :from) as credited,
                                    sum(debit) filter (where line.posted_at >= :from) as debited
                                from account join line using (account_id)
                                where account.code in ('AVAILABLE', 'PENDING')
                                    and account.owner = :owner and account.currency = :currency
                                    and line.posted_at < :until
                                group by account.code
                                """),
                        period)
                .query(row -> {
                    movements.put(
                            AccountCode.valueOf(row.getString("code")),
                            new Movement(
                                    minorUnits(row.getBigDecimal("opening")),
                                    minorUnits(row.getBigDecimal("credited")),
                                    minorUnits(row.getBigDecimal("debited"))));
                });
        var nothing = new Movement(0, 0, 0);
        return new Summary(
                movements.getOrDefault(AccountCode.AVAILABLE, nothing),
                movements.getOrDefault(AccountCode.PENDING, nothing));
    }

    /** Null is the sum of no lines at all. */
    private static long minorUnits(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }

    @Override
    public long count(StatementPeriod period, long atMost) {
        return params(
                        jdbc.sql(
                                """
                                select count(*) from (
                                    select from account join line using (account_id)
                                    where account.code in ('AVAILABLE', 'PENDING')
                                        and account.owner = :owner and account.currency = :currency
                                        and line.posted_at >= :from and line.posted_at < :until
                                    limit :most
                                ) lines
                                """),
                        period)
                .param("most", atMost)
                .query(Long.class)
                .single();
    }

    @Override
    public List<StatementLine> lines(StatementPeriod period, long afterNumber, int limit) {
        var currency = period.wallet().currency();
        return params(
                        jdbc.sql(
                                StatementRow.LINES_OF_WALLET
                                        + " and line.line_id > :after order by line.line_id"
                                        + " limit :limit"),
                        period)
                .param("after", afterNumber)
                .param("limit", limit)
                .query((row, _) -> StatementRow.line(row, currency))
                .list();
    }

    private static StatementSpec params(StatementSpec statement, StatementPeriod period) {
        return statement
                .param("owner", period.wallet().owner().toString())
                .param("currency", period.wallet().currency().getCurrencyCode())
                .param("from", utc(period.from()))
                .param("until", utc(period.until()));
    }
}
