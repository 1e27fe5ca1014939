package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.ReferralId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;

/** Facts about rewards of referrals. The key is the referral. */
@Topic("payment.referral.events")
public sealed interface ReferralEvents extends Message {
    ReferralId referralId();

    @Override
    default String key() {
        return referralId().toString();
    }

    /** The beneficiary can spend the amount. */
    @MessageType("payment.referral-reward-paid.v1")
    record ReferralRewardPaidV1(
            ReferralId referralId, Side beneficiary, Money amount, Instant paidAt)
            implements ReferralEvents {}

    /**
     * Nothing was paid. Reason: TERMS_DIFFER (the referral was rewarded otherwise) or ABOVE_LIMIT.
     */
    @MessageType("payment.referral-reward-rejected.v1")
    record ReferralRewardRejectedV1(ReferralId referralId, String reason, Instant rejectedAt)
            implements ReferralEvents {}
}
