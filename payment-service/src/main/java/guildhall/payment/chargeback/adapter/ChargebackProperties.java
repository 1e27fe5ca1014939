package guildhall.payment.chargeback.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param recoverEvery how late a debt may be taken out of what has come into a wallet
 */
@ConfigurationProperties("guildhall.payment.chargeback")
record ChargebackProperties(@DefaultValue("1m") Duration recoverEvery) {}
