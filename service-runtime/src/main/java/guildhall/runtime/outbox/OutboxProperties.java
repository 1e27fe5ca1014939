package guildhall.runtime.outbox;

import guildhall.runtime.load.Breath;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The outbox of this service.
 *
 * @param retention how long published rows can be published again; whole days are dropped
 * @param daysAhead partitions made in advance
 */
@ConfigurationProperties("guildhall.outbox")
public record OutboxProperties(
        @DefaultValue("7d") Duration retention,
        @DefaultValue("3") int daysAhead,
        @DefaultValue Relay relay) {

    /**
     * The relay. It connects to the database of the service ({@code spring.datasource.url}).
     *
     * @param enabled off for an instance that only writes
     * @param username a role with REPLICATION and LOGIN
     * @param heartbeat how often an idle relay moves its slot, so that write-ahead log of other
     *     databases in the cluster is not kept for it
     * @param takeoverPoll how often a waiting instance looks whether the slot is free
     * @param startLimit after this long without reaching the log the relay is started again
     * @param recoveryMargin how far before the latest published row to begin when the slot was lost
     * @param busyFrom rows per second from which on larger batches are published
     * @param rest after a batch while that many are written
     */
    public record Relay(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("10s") Duration heartbeat,
            @DefaultValue("500ms") Duration takeoverPoll,
            @DefaultValue("60s") Duration startLimit,
            @DefaultValue("1m") Duration recoveryMargin,
            @DefaultValue("200") int busyFrom,
            @DefaultValue("50ms") Duration rest) {
        private static final int ENOUGH = 100;

        Breath breath() {
            return new Breath(busyFrom, ENOUGH, rest);
        }
    }
}
