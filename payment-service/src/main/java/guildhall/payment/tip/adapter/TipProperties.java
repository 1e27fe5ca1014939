package guildhall.payment.tip.adapter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param largestAmount of one tip, in minor units
 */
@ConfigurationProperties("guildhall.payment.tip")
record TipProperties(@DefaultValue("1000000") long largestAmount) {}
