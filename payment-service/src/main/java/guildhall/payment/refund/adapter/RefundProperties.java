package guildhall.payment.refund.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param firstCheckAfter when to ask the provider about a refund it has not reported; the next
 *     checks come after twice as long each
 */
@ConfigurationProperties("guildhall.payment.refund")
record RefundProperties(@DefaultValue("1m") Duration firstCheckAfter) {}
