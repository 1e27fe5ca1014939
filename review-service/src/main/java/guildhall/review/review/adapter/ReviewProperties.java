package guildhall.review.review.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Defaults of reviews.
 *
 * @param respondWithin how long after the publication the subject may respond
 */
@ConfigurationProperties("guildhall.review.review")
record ReviewProperties(@DefaultValue("30d") Duration respondWithin) {}
