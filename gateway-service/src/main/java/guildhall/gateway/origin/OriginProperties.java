package guildhall.gateway.origin;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param allowed exact origins such as {@code https://app.example.com}, or {@code
 *     https://*.example.com} for every direct or deeper subdomain
 */
@ConfigurationProperties("guildhall.gateway.origin")
public record OriginProperties(@DefaultValue List<String> allowed) {}
