package guildhall.payment.referral.adapter;

import guildhall.messages.payment.ReferralCommands.PayReferralRewardV1;
import guildhall.payment.referral.ReferralRewards;

/** Lets tests of other packages in. */
public class RewardDoor {
    private final RewardTransactions transactions;
    private final ReferralRewards rewards;

    RewardDoor(RewardTransactions transactions, ReferralRewards rewards) {
        this.transactions = transactions;
        this.rewards = rewards;
    }

    /** Whether the referral has been rewarded like this, now or before. */
    public boolean pay(PayReferralRewardV1 command) {
        transactions.pay(command);
        return rewards.find(command.referralId())
                .filter(paid -> paid.amount().equals(command.amount()))
                .filter(paid -> paid.beneficiary().party().equals(command.beneficiary().party()))
                .isPresent();
    }
}
