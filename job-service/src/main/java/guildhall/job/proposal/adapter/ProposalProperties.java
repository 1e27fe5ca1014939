package guildhall.job.proposal.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Defaults of proposals.
 *
 * @param answerWithin how long the client may leave a proposal unanswered before it expires
 * @param durationDays how long the work takes when the talent does not say
 */
@ConfigurationProperties("guildhall.job.proposal")
record ProposalProperties(
        @DefaultValue("7d") Duration answerWithin, @DefaultValue("30") int durationDays) {}
