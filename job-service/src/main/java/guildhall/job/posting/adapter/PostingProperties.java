package guildhall.job.posting.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Defaults of postings.
 *
 * @param openFor how long a job stays open unless it is renewed
 * @param maxProposals how many active proposals a job takes when its client does not say
 */
@ConfigurationProperties("guildhall.job.posting")
record PostingProperties(
        @DefaultValue("30d") Duration openFor, @DefaultValue("5") int maxProposals) {}
