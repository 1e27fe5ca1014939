package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.ReferralId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;

/** Requests to reward referrals. The key is the referral, which is rewarded at most once. */
@Topic("payment.referral.commands")
public sealed interface ReferralCommands extends Message {
    ReferralId referralId();

    @Override
    default String key() {
        return referralId().toString();
    }

    /**
     * Give the beneficiary the amount at the platform's expense. Answer: referral-reward-paid or
     * referral-reward-rejected.
     */
    @MessageType("payment.pay-referral-reward.v1")
    record PayReferralRewardV1(ReferralId referralId, Side beneficiary, Money amount)
            implements ReferralCommands {}
}
