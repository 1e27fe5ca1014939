package guildhall.payment.chargeback.adapter;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.Objects.requireNonNull;

import guildhall.messages.party.Party;
import guildhall.payment.chargeback.DebtRecovery;
import guildhall.payment.ledger.Ledger;
import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Recovers debts from wallets that something came into, each in a transaction of its own. Of two
 * sweeps at once the second finds the debt paid.
 */
@Component
class DebtSweep {
    private static final Logger LOG = LoggerFactory.getLogger(DebtSweep.class);

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final Clock clock;

    DebtSweep(JdbcClient jdbc, Ledger ledger, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    void recoverEverything() {
        var cause = new Cause(Ids.next().toString(), null, "system:payment");
        for (var recovery : due()) {
            cause.run(() -> transactions.executeWithoutResult(_ -> recover(recovery)));
        }
    }

    /** Only chargebacks make debts. */
    private List<DebtRecovery> due() {
        return jdbc.sql(
                        """
                        select distinct chargeback.owner, chargeback.currency
                        from chargeback
                        join account debt on debt.code = 'RECEIVABLE'
                            and debt.owner = chargeback.owner
                            and debt.currency = chargeback.currency
                        join account wallet on wallet.code = 'AVAILABLE'
                            and wallet.owner = chargeback.owner
                            and wallet.currency = chargeback.currency
                        where chargeback.owed > 0 and debt.balance < 0 and wallet.balance > 0
                        """)
                .query((row, _) ->
                        new DebtRecovery(
                                Party.of(requireNonNull(row.getString("owner"))),
                                Currency.getInstance(row.getString("currency"))))
                .list();
    }

    private void recover(DebtRecovery recovery) {
        var postings = ledger.lock(recovery.accounts());
        var available = postings.balanceOf(recovery.wallet()).minorUnits();
        var debt = postings.balanceOf(recovery.debt()).minorUnits();
        recovery.journal(Ids.next(), available, debt, clock.instant().truncatedTo(MICROS))
                .ifPresent(journal -> {
                    postings.postChecked(journal);
                    ledger.write(postings);
                    LOG.info("Recovered a debt of {}", recovery.party());
                });
    }
}
