package guildhall.payment.reconciliation.adapter;

import guildhall.messages.party.Party;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The book of each currency: its lock, and how far the lines of CASH_CLEARING are taken over. */
@Repository
class CashBooks {
    private final JdbcClient jdbc;
    private final int batch;

    CashBooks(JdbcClient jdbc, ReconciliationProperties properties) {
        this.jdbc = jdbc;
        this.batch = properties.batch();
    }

    /** By code: those that money has moved in, or that a statement was imported for. */
    List<Currency> currencies() {
        return jdbc.sql(
                        """
                        select currency from account where code = 'CASH_CLEARING'
                        union select currency from cash_book
                        order by currency
                        """)
                .query((row, _) -> Currency.getInstance(row.getString("currency")))
                .list();
    }

    /** Until the end of the transaction. Comes before every other lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Currency currency) {
        jdbc.sql("insert into cash_book (currency) values (?) on conflict do nothing")
                .param(currency.getCurrencyCode())
                .update();
        jdbc.sql("select from cash_book where currency = ? for update")
                .param(currency.getCurrencyCode())
                .query(_ -> {});
    }

    /** Takes everything over that is posted by now, which is little unless it is a first time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeOverAll(Currency currency) {
        var taken = batch;
        while (taken == batch) {
            taken = takeOverSome(currency);
        }
    }

    /**
     * @return whether there may be more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeOver(Currency currency) {
        return takeOverSome(currency) == batch;
    }

    private int takeOverSome(Currency currency) {
        var lines =
                jdbc.sql(
                                """
                                insert into cash_movement (line_id, journal_id, source_type,
                                    source_id, step, currency, change, posted_at, counted_at)
                                select line.line_id, line.journal_id, journal.source_type,
                                    journal.source_id, journal.step, line.currency,
                                    line.debit - line.credit, line.posted_at,
                                    greatest(line.posted_at, cash_book.closed_until)
                                from cash_book
                                join account on account.code = 'CASH_CLEARING'
                                    and account.owner = :platform
                                    and account.currency = cash_book.currency
                                join line on line.account_id = account.account_id
                                    and line.line_id > cash_book.last_line
                                join journal on journal.journal_id = line.journal_id
                                where cash_book.currency = :currency
                                order by line.line_id
                                limit :batch
                                returning line_id
                                """)
                        .param("platform", Party.PLATFORM.toString())
                        .param("currency", currency.getCurrencyCode())
                        .param("batch", batch)
                        .query(Long.class)
                        .list();
        if (!lines.isEmpty()) {
            jdbc.sql("update cash_book set last_line = :line where currency = :currency")
                    .param("line", Collections.max(lines))
                    .param("currency", currency.getCurrencyCode())
                    .update();
        }
        return lines.size();
    }
}
