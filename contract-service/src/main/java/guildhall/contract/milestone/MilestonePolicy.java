package guildhall.contract.milestone;

import java.time.Duration;

/**
 * The rules that are not the same for everybody for ever.
 *
 * @param revisionAllowance how many changes of a milestone the client may ask for
 * @param autoApproveAfter how long the client has to judge a submission
 * @param fundWithin how long the client has to bring the money once an escrow was ordered
 */
public record MilestonePolicy(
        int revisionAllowance, Duration autoApproveAfter, Duration fundWithin) {}
