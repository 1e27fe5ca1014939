package guildhall.payment.model;

import guildhall.payment.adjustment.adapter.AdjustmentDoor;
import guildhall.payment.asset.adapter.AssetDoor;
import guildhall.payment.credit.adapter.CreditDoor;
import guildhall.payment.escrow.adapter.EscrowDoor;
import guildhall.payment.ledger.adapter.BooksDoor;
import guildhall.payment.referral.adapter.RewardDoor;
import guildhall.payment.subscription.adapter.SubscriptionDoor;
import guildhall.payment.tip.adapter.TipDoor;
import guildhall.payment.wallet.adapter.WalletDoor;
import org.springframework.context.annotation.Import;

/** Makes the service reachable, with nobody else at work in it. */
@Import({
    Service.class,
    EscrowDoor.class,
    CreditDoor.class,
    TipDoor.class,
    AssetDoor.class,
    AdjustmentDoor.class,
    WalletDoor.class,
    RewardDoor.class,
    SubscriptionDoor.class,
    BooksDoor.class
})
final class Doors {
    static final String NO_MESSAGES = "guildhall.consume.enabled=false";
    static final String NO_RELAY = "guildhall.outbox.relay.enabled=false";
    static final String NO_SWEEP = "guildhall.payment.clearing.sweep-every=1h";
    static final String NO_RECOVERY = "guildhall.payment.chargeback.recover-every=1h";
    static final String NO_BATCH = "guildhall.payment.payout.submission.every=1h";
    static final String NO_MATCHING = "guildhall.payment.reconciliation.check-every=1h";
    static final String RETRY_AT_ONCE = "guildhall.payment.payout.retry-after=0s";
    static final String NO_LIMIT = "guildhall.payment.payout.daily-limits.BASIC=1000000000";
    static final String NO_HOLD = "guildhall.payment.payout-account.hold=0s";
}
