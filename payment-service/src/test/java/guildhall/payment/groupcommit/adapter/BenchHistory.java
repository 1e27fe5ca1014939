package guildhall.payment.groupcommit.adapter;

import static guildhall.testkit.TestDatabase.Role.MIGRATOR;

import guildhall.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Old journals: what a ledger carries with it after years. They are written without the checks of
 * each row, which take ten times as long as the rows; the run that follows checks all of them.
 */
final class BenchHistory implements AutoCloseable {
    private static final int CHUNK = 250_000;

    private final SingleConnectionDataSource connection;
    private final JdbcClient jdbc;

    BenchHistory(TestDatabase database) throws SQLException {
        database.letSkipChecks(MIGRATOR);
        connection =
                new SingleConnectionDataSource(database.dataSource(MIGRATOR).getConnection(), true);
        jdbc = JdbcClient.create(connection);
        jdbc.sql("set session_replication_role = replica").update();
    }

    @Override
    public void close() {
        connection.destroy();
    }

    /** Adds balanced journals until there are so many. */
    void growTo(long journals) {
        var owner = "BUSINESS:" + UUID.randomUUID();
        for (var account : new String[] {"CASH_CLEARING", "AVAILABLE"}) {
            jdbc.sql(
                            """
                            insert into account (code, owner, currency, is_platform)
                            values (?, ?, 'XTS', false)
                            """)
                    .params(account, owner)
                    .update();
        }
        for (var missing = missing(journals); missing > 0; missing = missing(journals)) {
            add(owner, (int) Math.min(CHUNK, missing));
        }
        settle();
    }

    /** Old journals were vacuumed long ago; nobody should begin with that now. */
    private void settle() {
        jdbc.sql("vacuum analyze journal, line, account").update();
    }

    private long missing(long journals) {
        return journals - jdbc.sql("select count(*) from journal").query(Long.class).single();
    }

    private void add(String owner, int count) {
        jdbc.sql(
                        """
                        with moved as (
                            update account
                            set balance = balance + case code
                                    when 'AVAILABLE' then :count else -:count end,
                                line_count = line_count + :count
                            where owner = :owner
                            returning account_id, code, balance
                        ), posted as (
                            insert into journal (journal_id, source_type, source_id, step,
                                reason, description, posted_at)
                            select uuidv7(), 'top-up', uuidv7(), 'succeeded', 'DEPOSIT',
                                'Top-up', now() from generate_series(1, :count)
                            returning journal_id
                        ), numbered as (
                            select journal_id, row_number() over () as nr from posted
                        )
                        insert into line (account_id, journal_id, currency, debit, credit,
                            balance_after, posted_at)
                        select account_id, journal_id, 'XTS',
                            case code when 'AVAILABLE' then 0 else 1 end,
                            case code when 'AVAILABLE' then 1 else 0 end,
                            balance + case code when 'AVAILABLE'
                                then nr - :count else :count - nr end,
                            now()
                        from numbered, moved order by nr
                        """)
                .param("count", count)
                .param("owner", owner)
                .update();
    }
}
