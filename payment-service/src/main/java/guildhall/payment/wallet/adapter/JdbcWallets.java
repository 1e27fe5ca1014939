package guildhall.payment.wallet.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.wallet.StatementLine;
import guildhall.payment.wallet.StatementQuery;
import guildhall.payment.wallet.Wallet;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletState;
import guildhall.payment.wallet.Wallets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWallets implements Wallets {
    private final JdbcClient jdbc;

    JdbcWallets(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                            greatest(-coalesce(debt.balance, 0), 0) as owed,
                            changed.state, changed.decided_at,
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
                        left join account debt on debt.code = 'RECEIVABLE'
                            and debt.owner = wallet.owner
                            and debt.currency = wallet.currency
                        left join lateral (
                            select state, decided_at from wallet_state
                            where wallet_state.owner = wallet.owner
                                and wallet_state.currency = wallet.currency
                            order by change_no desc
                            limit 1
                        ) changed on true
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
                state(row),
                new Money(row.getLong("available"), currency),
                new Money(row.getLong("pending"), currency),
                new Money(row.getLong("escrowed"), currency),
                new Money(row.getLong("owed"), currency));
    }

    private static WalletState state(ResultSet row) throws SQLException {
        return row.getString("state") == null
                ? new WalletState.Active()
                : WalletStatus.valueOf(row.getString("state")).since(instant(row, "decided_at"));
    }

    boolean isOpen(WalletId id) {
        return jdbc.sql("select count(*) from wallet where owner = :owner and currency = :currency")
                        .param("owner", id.owner().toString())
                        .param("currency", id.currency().getCurrencyCode())
                        .query(Long.class)
                        .single()
                == 1;
    }

    /**
     * What money may still come from.
     *
     * @param escrows with money in them, which the owner paid in or may be paid
     */
    record Open(long escrows, long payouts, long refunds) {}

    Open open(WalletId id) {
        return jdbc.sql(
                        """
                        select
                            (select count(*) from escrow
                            where :owner in (payer, payee) and currency = :currency
                                and funded > released + refunded) as escrows,
                            (select count(*) from payout
                            where owner = :owner and currency = :currency
                                and status in ('PENDING', 'PROCESSING')) as payouts,
                            (select count(*) from card_refund
                            where owner = :owner and currency = :currency
                                and status in ('PENDING', 'APPROVED')) as refunds
                        """)
                .param("owner", id.owner().toString())
                .param("currency", id.currency().getCurrencyCode())
                .query((row, _) ->
                        new Open(
                                row.getLong("escrows"),
                                row.getLong("payouts"),
                                row.getLong("refunds")))
                .single();
    }

    @Override
    public List<StatementLine> statement(StatementQuery query) {
        var currency = query.wallet().currency();
        return jdbc.sql(
                        StatementRow.LINES_OF_WALLET
                                + " and line.line_id < :before order by line.line_id desc"
                                + " limit :limit")
                .param("owner", query.wallet().owner().toString())
                .param("currency", currency.getCurrencyCode())
                .param("before", query.before())
                .param("from", utc(query.from()))
                .param("until", utc(query.until()))
                .param("limit", query.limit() + 1)
                .query((row, _) -> StatementRow.line(row, currency))
                .list();
    }
}
