package guildhall.payment.wallet.adapter;

import static guildhall.runtime.sql.SqlTime.utc;
import static java.util.Comparator.comparing;

import guildhall.messages.payment.WalletEvents.WalletOpenedV1;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.FirstUse;
import guildhall.payment.wallet.WalletId;
import guildhall.runtime.outbox.Outbox;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A wallet opens with the first line of one of its accounts. */
@Component
class WalletOpening implements FirstUse {
    private final JdbcClient jdbc;
    private final Outbox outbox;

    WalletOpening(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Override
    public void of(Set<Account> accounts, Instant at) {
        accounts.stream()
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
                        .param("at", utc(at))
                        .update();
        if (opened == 1) {
            outbox.add(new WalletOpenedV1(id.owner(), currency, at));
        }
    }
}
