package guildhall.payment.wallet.adapter;

import static guildhall.runtime.sql.SqlTime.instant;

import guildhall.messages.money.Money;
import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.wallet.StatementLine;
import guildhall.payment.wallet.StatementLine.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.UUID;

/** A line with its account and its journal, as it is read. */
final class StatementRow {
    /** To be completed with conditions on the lines, an order and a limit. */
    static final String LINES_OF_WALLET =
            """
            select line.line_id, account.code, line.debit, line.credit,
                line.balance_after, line.posted_at, journal.reason,
                journal.source_type, journal.source_id, journal.step,
                journal.description
            from account
            join line using (account_id)
            join journal using (journal_id)
            where account.code in ('AVAILABLE', 'PENDING')
                and account.owner = :owner and account.currency = :currency
                and line.posted_at >= :from and line.posted_at < :until
            """;

    static StatementLine line(ResultSet row, Currency currency) throws SQLException {
        var credit = row.getLong("credit");
        return new StatementLine(
                row.getLong("line_id"),
                AccountCode.valueOf(row.getString("code")),
                credit > 0 ? Direction.IN : Direction.OUT,
                new Money(credit > 0 ? credit : row.getLong("debit"), currency),
                new Money(row.getLong("balance_after"), currency),
                Reason.valueOf(row.getString("reason")),
                new JournalSource(
                        row.getString("source_type"),
                        row.getObject("source_id", UUID.class),
                        row.getString("step")),
                row.getString("description"),
                instant(row, "posted_at"));
    }

    private StatementRow() {}
}
