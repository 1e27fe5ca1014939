package guildhall.payment.wallet.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletState;
import guildhall.payment.wallet.WalletState.Active;
import guildhall.payment.wallet.WalletStates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Few wallets were ever frozen, so this table is small and asking it costs little. */
@Repository
class JdbcWalletStates implements WalletStates {
    private final JdbcClient jdbc;

    JdbcWalletStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WalletState of(WalletId wallet) {
        var history = history(wallet);
        return history.isEmpty() ? new Active() : history.getLast().state();
    }

    @Override
    public Set<WalletId> unusable(Set<WalletId> wallets) {
        if (wallets.isEmpty()) {
            return Set.of();
        }
        var asked = List.copyOf(wallets);
        return jdbc.sql(
                        """
                        select owner, currency
                        from (
                            select distinct on (owner, currency) owner, currency, state
                            from wallet_state
                            join unnest(:owners, :currencies) as asked (owner, currency)
                                using (owner, currency)
                            order by owner, currency, change_no desc
                        ) newest
                        where state <> 'ACTIVE'
                        """)
                .param("owners", texts(asked, JdbcWalletStates::owner))
                .param("currencies", texts(asked, JdbcWalletStates::currency))
                .query((row, _) ->
                        new WalletId(
                                Party.of(requireNonNull(row.getString("owner"))),
                                Currency.getInstance(row.getString("currency"))))
                .set();
    }

    @Override
    public List<Change> history(WalletId wallet) {
        return jdbc.sql(
                        """
                        select state, reason, decided_by, decided_at
                        from wallet_state
                        where owner = :owner and currency = :currency
                        order by change_no
                        """)
                .param("owner", owner(wallet))
                .param("currency", currency(wallet))
                .query((row, _) -> change(row))
                .list();
    }

    private static Change change(ResultSet row) throws SQLException {
        var at = instant(row, "decided_at");
        return new Change(
                WalletStatus.valueOf(row.getString("state")).since(at),
                row.getString("reason"),
                new UserId(row.getObject("decided_by", UUID.class)),
                at);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(WalletId wallet, Change change) {
        jdbc.sql(
                        """
                        insert into wallet_state (owner, currency, change_no, state, reason,
                            decided_by, decided_at)
                        select :owner, :currency, count(*) + 1, :state, :reason, :by, :at
                        from wallet_state
                        where owner = :owner and currency = :currency
                        """)
                .param("owner", owner(wallet))
                .param("currency", currency(wallet))
                .param("state", WalletStatus.of(change.state()).name())
                .param("reason", change.reason())
                .param("by", change.decidedBy().value())
                .param("at", utc(change.decidedAt()))
                .update();
    }

    private static String owner(WalletId wallet) {
        return wallet.owner().toString();
    }

    private static String currency(WalletId wallet) {
        return wallet.currency().getCurrencyCode();
    }
}
