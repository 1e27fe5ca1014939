package guildhall.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param services by short name, such as {@code job}
 * @param answerWithin the longest a service may take for one answer
 * @param inFlight how many requests one service may have at once; more are refused at once, so that
 *     a slow service does not take the connections of all others
 * @param breakerOpen how long a failing service is left alone before it is tried again
 */
@ConfigurationProperties("guildhall.gateway.route")
public record RouteProperties(
        Map<String, Service> services,
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue("200") int inFlight,
        @DefaultValue("2s") Duration breakerOpen) {
    /**
     * @param url where its instances answer
     * @param paths what it answers
     * @param live those of its paths that stay open: SSE and WebSocket
     */
    public record Service(URI url, List<String> paths, @DefaultValue List<String> live) {}
}
