package guildhall.payment.provider.adapter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Each provider's package is there only when it is chosen; another name keeps the service from
 * starting.
 *
 * @param provider who moves money for us
 */
@ConfigurationProperties("guildhall.payment")
record ProviderProperties(@DefaultValue("sandbox") Provider provider) {
    enum Provider {
        SANDBOX,
        STRIPE
    }
}
