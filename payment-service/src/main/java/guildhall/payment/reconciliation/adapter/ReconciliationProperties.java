package guildhall.payment.reconciliation.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param checkEvery how often to look whether the statement of the day before is still to be
 *     imported, and to match what has come in
 * @param lag how far a statement ends before the present, because what happens right now may not be
 *     in it yet
 * @param lookBack how far a statement reaches back before the end of the one before, for what the
 *     provider booked late
 * @param grace how long an entry or a movement may wait for its counterpart
 * @param batch how many entries or movements are handled in one transaction
 */
@ConfigurationProperties("guildhall.payment.reconciliation")
record ReconciliationProperties(
        @DefaultValue("10m") Duration checkEvery,
        @DefaultValue("10s") Duration lag,
        @DefaultValue("3d") Duration lookBack,
        @DefaultValue("1h") Duration grace,
        @DefaultValue("500") int batch) {}
