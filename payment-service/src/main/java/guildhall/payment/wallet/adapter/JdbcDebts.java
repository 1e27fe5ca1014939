package guildhall.payment.wallet.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static java.util.Objects.requireNonNull;

import guildhall.messages.party.Party;
import guildhall.payment.wallet.Debts;
import guildhall.payment.wallet.WalletId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDebts implements Debts {
    private final JdbcClient jdbc;

    JdbcDebts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<WalletId> owing(Set<WalletId> wallets) {
        if (wallets.isEmpty()) {
            return Set.of();
        }
        var asked = List.copyOf(wallets);
        return jdbc.sql(
                        """
                        select account.owner, account.currency
                        from unnest(:owners, :currencies) as asked (owner, currency)
                        join account on account.code = 'RECEIVABLE'
                            and account.owner = asked.owner
                            and account.currency = asked.currency
                        where account.balance < 0
                        """)
                .param("owners", texts(asked, id -> id.owner().toString()))
                .param("currencies", texts(asked, id -> id.currency().getCurrencyCode()))
                .query((row, _) ->
                        new WalletId(
                                Party.of(requireNonNull(row.getString("owner"))),
                                Currency.getInstance(row.getString("currency"))))
                .set();
    }
}
