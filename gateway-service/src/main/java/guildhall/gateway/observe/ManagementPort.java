package guildhall.gateway.observe;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Health and metrics need no token, so a gateway that was told to show them on the port of clients
 * does not start.
 */
@Component
final class ManagementPort {
    ManagementPort(Environment environment) {
        if (ManagementPortType.get(environment) == ManagementPortType.SAME) {
            throw new IllegalStateException(
                    "MANAGEMENT_PORT must not be SERVER_PORT: anybody could read the metrics");
        }
    }
}
