package guildhall.payment.model;

import guildhall.payment.adjustment.adapter.AdjustmentDoor;
import guildhall.payment.asset.adapter.AssetDoor;
import guildhall.payment.chargeback.ChargebackReport;
import guildhall.payment.credit.adapter.CreditDoor;
import guildhall.payment.escrow.adapter.EscrowDoor;
import guildhall.payment.ledger.adapter.BooksDoor;
import guildhall.payment.payout.PayoutDesk;
import guildhall.payment.payoutaccount.PayoutAccountDesk;
import guildhall.payment.referral.adapter.RewardDoor;
import guildhall.payment.refund.RefundDesk;
import guildhall.payment.subscription.adapter.SubscriptionDoor;
import guildhall.payment.tip.adapter.TipDoor;
import guildhall.payment.topup.TopUps;
import guildhall.payment.wallet.adapter.WalletDoor;
import guildhall.payment.webhook.FactHandler;
import guildhall.runtime.chore.Chore;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Everything that commands go to, and a look at the database behind it. */
record Service(
        TopUps topUps,
        EscrowDoor escrows,
        CreditDoor credits,
        TipDoor tips,
        AssetDoor assets,
        PayoutAccountDesk accounts,
        PayoutDesk payouts,
        RefundDesk refunds,
        FactHandler<ChargebackReport> chargebacks,
        AdjustmentDoor adjustments,
        WalletDoor wallets,
        RewardDoor rewards,
        SubscriptionDoor subscriptions,
        @Qualifier("clearingChore") Chore clearing,
        @Qualifier("debtRecoveryChore") Chore recovery,
        BooksDoor books,
        TransactionOperations transactions,
        JdbcClient jdbc) {

    long newestAccount() {
        return jdbc.sql("select coalesce(max(account_id), 0) from account")
                .query(Long.class)
                .single();
    }

    /** In dollars, those that are not zero, of the platform and of whoever came later. */
    Map<String, Long> balances(long after) {
        var balances = new TreeMap<String, Long>();
        jdbc.sql(
                        """
                        select code, owner, balance from account
                        where balance <> 0 and currency = 'USD'
                            and (is_platform or account_id > ?)
                        """)
                .param(after)
                .query(row -> {
                    balances.put(row.getString(1) + " " + row.getString(2), row.getLong(3));
                });
        return balances;
    }

    /** The row of every escrow that was ever funded. */
    Map<UUID, String> escrowRows() {
        var rows = new TreeMap<UUID, String>();
        jdbc.sql(
                        """
                        select escrow_id, concat_ws(' ', 'held', held, 'frozen', frozen,
                            'released', released, 'refunded', refunded, 'deferred', deferred_fee)
                        from escrow where funded > 0
                        """)
                .query(row -> {
                    rows.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return rows;
    }

    Map<String, String> creditRows() {
        var rows = new TreeMap<String, String>();
        jdbc.sql("select owner, available, reserved from credit_account")
                .query(row -> {
                    rows.put(row.getString(1), row.getInt(2) + " and " + row.getInt(3));
                });
        return rows;
    }

    UUID journalOf(String type, UUID source, String step) {
        return jdbc.sql(
                        """
                        select journal_id from journal
                        where source_type = ? and source_id = ? and step = ?
                        """)
                .params(type, source, step)
                .query(UUID.class)
                .optional()
                .orElse(source);
    }
}
