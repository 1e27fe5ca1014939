package guildhall.contract.milestone.adapter;

import guildhall.contract.milestone.MilestonePolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@link MilestonePolicy} as it is configured.
 *
 * @param revisionAllowance how many changes of a milestone the client may ask for
 * @param autoApproveAfter how long the client has to judge a submission of a fixed-price contract
 * @param fundWithin how long the client has to bring the money once an escrow was ordered
 */
@ConfigurationProperties("guildhall.contract.milestone")
record MilestoneSettings(
        @DefaultValue("2") int revisionAllowance,
        @DefaultValue("14d") Duration autoApproveAfter,
        @DefaultValue("48h") Duration fundWithin) {
    MilestonePolicy policy() {
        return new MilestonePolicy(revisionAllowance, autoApproveAfter, fundWithin);
    }
}
