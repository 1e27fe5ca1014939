package guildhall.payment.refund.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param provider the one that charges cards, and so the one that can refund them
 * @param firstCheckAfter when to ask the provider about a refund it has not reported; the next
 *     checks come after twice as long each
 */
@ConfigurationProperties("guildhall.payment.refund")
record RefundProperties(
        @DefaultValue("sandbox") String provider, @DefaultValue("1m") Duration firstCheckAfter) {}
