package guildhall.payment.wallet.adapter;

import static java.util.Comparator.comparing;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.payment.WalletEvents.WalletOpenedV1;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.wallet.StatementLine;
import guildhall.payment.wallet.StatementLine.Direction;
import guildhall.payment.wallet.StatementQuery;
import guildhall.payment.wallet.Wallet;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.Wallets;
import guildhall.runtime.outbox.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWallets implements Wallets {
    private final JdbcClient jdbc;
    private final Outbox outbox;

    JdbcWallets(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Override
    public Wallet find(WalletId id) {
        return ownedBy(id.owner()).stream()
                .filter(wallet -> wallet.id().equals(id))
                .findFirst()
                .orElseGet(() -> Wallet.empty(id));
    }

    @Override
    public List<Wallet> ownedBy(Party owner) {
        return jdbc.sql(
                        """
                        select wallet.currency,
                            coalesce(available.balance, 0) as available,
                            coalesce(pending.balance, 0) as pending,
                            coalesce((
                                select sum(held + frozen) from escrow
                                where payer = wallet.owner and escrow.currency = wallet.currency
                                    and held + frozen > 0
                            ), 0) as escrowed
                        from wallet
                        left join account available on available.code = 'AVAILABLE'
                            and available.owner = wallet.owner
                            and available.currency = wallet.currency
                        left join account pending on pending.code = 'PENDING'
                            and pending.owner = wallet.owner
                            and pending.currency = wallet.currency
                        where wallet.owner = :owner
                        order by wallet.currency
                        """)
                .param("owner", owner.toString())
                .query((row, _) -> wallet(owner, row))
                .list();
    }

    private static Wallet wallet(Party owner, ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Wallet(
                new WalletId(owner, currency),
                new Money(row.getLong("available"), currency),
                new Money(row.getLong("pending"), currency),
                new Money(row.getLong("escrowed"), currency));
    }

    @Override
    public List<StatementLine> statement(StatementQuery query) {
        var currency = query.wallet().currency();
        return jdbc.sql(
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
                            and line.line_id < :before
                            and line.posted_at >= :from and line.posted_at < :until
                        order by line.line_id desc
                        limit :limit
                        """)
                .param("owner", query.wallet().owner().toString())
                .param("currency", currency.getCurrencyCode())
                .param("before", query.before())
                .param("from", OffsetDateTime.ofInstant(query.from(), ZoneOffset.UTC))
                .param("until", OffsetDateTime.ofInstant(query.until(), ZoneOffset.UTC))
                .param("limit", query.limit() + 1)
                .query((row, _) -> line(row, currency))
                .list();
    }

    private static StatementLine line(ResultSet row, Currency currency) throws SQLException {
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
                row.getObject("posted_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public void openFor(Set<Account> firstUsed, Instant at) {
        firstUsed.stream()
                .filter(Account.OfWallet.class::isInstance)
                .map(Account.OfWallet.class::cast)
                .map(account -> new WalletId(account.party(), account.currency()))
                .distinct()
                .sorted(comparing(WalletId::toString))
                .forEach(id -> open(id, at));
    }

    /** Reports the wallet only when it is new: the other of its two accounts may have opened it. */
    private void open(WalletId id, Instant at) {
        var currency = id.currency().getCurrencyCode();
        var opened =
                jdbc.sql(
                                """
                                insert into wallet (owner, currency, opened_at)
                                values (:owner, :currency, :at)
                                on conflict do nothing
                                """)
                        .param("owner", id.owner().toString())
                        .param("currency", currency)
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .update();
        if (opened == 1) {
            outbox.add(new WalletOpenedV1(id.owner(), currency, at));
        }
    }
}
