package guildhall.payment.referral;

import guildhall.messages.id.ReferralId;
import java.util.Optional;

/** All rewards that were paid. */
public interface ReferralRewards {
    Optional<ReferralReward> find(ReferralId id);

    /** Belongs to the transaction that posts it. */
    void add(ReferralReward reward);
}
