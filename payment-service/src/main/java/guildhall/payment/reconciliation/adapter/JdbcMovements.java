package guildhall.payment.reconciliation.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.EscrowId;
import guildhall.messages.money.Money;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.reconciliation.CashMovement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines of CASH_CLEARING that were taken over from the ledger. */
@Repository
class JdbcMovements {
    private final JdbcClient jdbc;

    JdbcMovements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CashMovement> unmatched(Currency currency, Set<UUID> sources) {
        return jdbc.sql(
                        """
                        select * from cash_movement
                        where source_id = any(:sources::uuid[]) and currency = :currency
                            and match_id is null
                        """)
                .param("sources", texts(sources, id -> id))
                .param("currency", currency.getCurrencyCode())
                .query((row, _) -> Rows.movement(row))
                .list();
    }

    /** Without a difference, and old enough for the provider to have told us of them. */
    List<CashMovement> missing(Currency currency, Instant now, Duration grace, int limit) {
        return jdbc.sql(
                        """
                        select movement.* from cash_movement movement
                        where movement.currency = :currency and movement.match_id is null
                            and movement.posted_at <= least(:now::timestamptz, (
                                select max(covered_until) from provider_book
                                where provider_book.currency = :currency
                            )) - make_interval(secs => :grace)
                            and exists (
                                select from provider_book
                                where provider_book.currency = :currency)
                            and not exists (
                                select from cash_difference difference
                                where difference.line_id = movement.line_id)
                        order by movement.posted_at, movement.line_id
                        limit :limit
                        """)
                .param("currency", currency.getCurrencyCode())
                .param("now", utc(now))
                .param("grace", grace.toMillis() / 1000.0)
                .param("limit", limit)
                .query((row, _) -> Rows.movement(row))
                .list();
    }

    /** Those of journals that were posted just now. */
    Map<JournalSource, CashMovement> ofSources(Collection<JournalSource> sources) {
        return jdbc
                .sql(
                        """
                        select movement.* from cash_movement movement
                        join unnest(:types, :ids::uuid[], :steps) as source (type, id, step)
                            on movement.source_type = source.type
                            and movement.source_id = source.id
                            and movement.step = source.step
                        """)
                .param("types", texts(sources, JournalSource::type))
                .param("ids", texts(sources, JournalSource::id))
                .param("steps", texts(sources, JournalSource::step))
                .query((row, _) -> Rows.movement(row))
                .list()
                .stream()
                .collect(Collectors.toMap(CashMovement::source, movement -> movement));
    }

    Optional<CashMovement> find(long line) {
        return jdbc.sql("select * from cash_movement where line_id = ?")
                .param(line)
                .query((row, _) -> Rows.movement(row))
                .optional();
    }

    boolean isMatched(long line) {
        return jdbc.sql("select match_id is not null from cash_movement where line_id = ?")
                .param(line)
                .query(Boolean.class)
                .single();
    }

    /** What else was posted together with the movement, and the movement itself. */
    List<Entry> journalOf(CashMovement movement) {
        return jdbc.sql(
                        """
                        select account.code, account.owner, line.*
                        from cash_movement
                        join line using (journal_id)
                        join account on account.account_id = line.account_id
                        where cash_movement.line_id = ?
                        order by line.line_id
                        """)
                .param(movement.line())
                .query((row, _) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        var account =
                account(
                        AccountCode.valueOf(row.getString("code")),
                        row.getString("owner"),
                        currency);
        var debit = row.getLong("debit");
        return debit > 0
                ? Entry.debit(account, new Money(debit, currency))
                : Entry.credit(account, new Money(row.getLong("credit"), currency));
    }

    private static Account account(AccountCode code, String owner, Currency currency) {
        return switch (code) {
            case CASH_CLEARING -> new Account.CashClearing(currency);
            case AVAILABLE -> new Account.Available(Rows.party(owner), currency);
            case PENDING -> new Account.Pending(Rows.party(owner), currency);
            case RECEIVABLE -> new Account.Receivable(Rows.party(owner), currency);
            case ESCROW -> new Account.InEscrow(EscrowId.of(owner), currency);
            case DISPUTE_HOLD -> new Account.DisputeHold(EscrowId.of(owner), currency);
            case BUYER_FEE_DEFERRED -> new Account.BuyerFeeDeferred(EscrowId.of(owner), currency);
            case PAYOUT_TRANSIT -> new Account.PayoutTransit(currency);
            case CREDIT_DEFERRED -> new Account.CreditDeferred(currency);
            case FEE_REVENUE -> new Account.FeeRevenue(currency);
            case PROMO_EXPENSE -> new Account.PromoExpense(currency);
            case PROCESSOR_FEES -> new Account.ProcessorFees(currency);
            case SUSPENSE -> new Account.Suspense(currency);
        };
    }
}
