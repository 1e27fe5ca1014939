package guildhall.payment.ledger.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param auditEvery how often every balance is compared with the sum of its lines
 */
@ConfigurationProperties("guildhall.payment.ledger")
record LedgerProperties(@DefaultValue("1h") Duration auditEvery) {}
