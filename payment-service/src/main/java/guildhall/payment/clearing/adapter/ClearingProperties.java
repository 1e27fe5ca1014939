package guildhall.payment.clearing.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param safetyWindow how long released money waits
 * @param sweepEvery how late it may become available
 * @param batch how many releases are cleared in one transaction
 */
@ConfigurationProperties("guildhall.payment.clearing")
record ClearingProperties(
        @DefaultValue("7d") Duration safetyWindow,
        @DefaultValue("1m") Duration sweepEvery,
        @DefaultValue("500") int batch) {}
