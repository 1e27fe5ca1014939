package guildhall.gateway.observe;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param traced the share of requests that is traced, from 0 to 1
 */
@ConfigurationProperties("guildhall.gateway.observe")
public record ObserveProperties(@DefaultValue("0.1") double traced) {
    public ObserveProperties {
        if (traced < 0 || traced > 1) {
            throw new IllegalArgumentException("The share of traced requests is from 0 to 1");
        }
    }
}
