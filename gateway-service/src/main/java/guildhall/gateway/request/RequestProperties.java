package guildhall.gateway.request;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param trustedProxies addresses of load balancers in front of the gateway, whose {@code
 *     X-Forwarded-For} is believed; from anybody else the header is replaced
 */
@ConfigurationProperties("guildhall.gateway.request")
public record RequestProperties(@DefaultValue List<String> trustedProxies) {}
