package guildhall.payment.payoutaccount.adapter;

import guildhall.payment.payoutaccount.PayoutMethod;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param hold how long nothing is paid to a destination that is new
 * @param firstCheckAfter when to ask the provider about an account that it has not reported on; the
 *     next checks come after twice as long each
 * @param providers which provider serves a method; methods that are not named, or whose provider is
 *     not in use, are not offered
 */
@ConfigurationProperties("guildhall.payment.payout-account")
record PayoutAccountProperties(
        @DefaultValue("72h") Duration hold,
        @DefaultValue("1m") Duration firstCheckAfter,
        @DefaultValue Map<PayoutMethod, String> providers) {
    PayoutAccountProperties {
        providers = Map.copyOf(providers);
    }
}
