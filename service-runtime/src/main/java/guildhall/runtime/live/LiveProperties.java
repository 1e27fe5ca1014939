package guildhall.runtime.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The feed of a service.
 *
 * @param channel the Redis channel that joins the instances
 * @param heartbeat how long a connection stays silent at most
 * @param backlog how many events may wait for a slow client before it is disconnected
 * @param connections how many one person may have with one instance; each costs memory
 * @param outgoing how many events may wait for Redis before one is dropped
 */
@ConfigurationProperties("guildhall.live")
record LiveProperties(
        String channel,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("256") int backlog,
        @DefaultValue("20") int connections,
        @DefaultValue("10000") int outgoing) {}
