package guildhall.payment.adjustment.adapter;

import guildhall.payment.adjustment.AdjustmentLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Amounts are in major units of whatever currency an adjustment is in.
 *
 * @param largest of one adjustment
 * @param administratorFrom from here on an administrator has to approve
 * @param perDay what one person may approve within 24 hours in one currency
 * @param expiresAfter how long a request waits for a second person
 */
@ConfigurationProperties("guildhall.payment.adjustment")
record AdjustmentProperties(
        @DefaultValue("100000") long largest,
        @DefaultValue("1500") long administratorFrom,
        @DefaultValue("200000") long perDay,
        @DefaultValue("7d") Duration expiresAfter) {
    AdjustmentLimits limits() {
        return new AdjustmentLimits(largest, administratorFrom, perDay);
    }
}
