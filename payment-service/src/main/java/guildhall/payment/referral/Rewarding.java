package guildhall.payment.referral;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.runtime.decide.Decision;

/**
 * @param largestAmount of one reward, in minor units of any currency
 */
public record Rewarding(long largestAmount) {

    public Decision<ReferralReward, RewardRejection> first(ReferralReward wanted) {
        return wanted.amount().minorUnits() > largestAmount
                ? reject(RewardRejection.ABOVE_LIMIT)
                : accept(wanted);
    }

    /** Accepted without anything to pay when the referral has been rewarded like this before. */
    public Decision<ReferralReward, RewardRejection> again(
            ReferralReward wanted, ReferralReward paid) {
        return wanted.sameAs(paid) ? accept() : reject(RewardRejection.TERMS_DIFFER);
    }
}
