package guildhall.payment.alarm.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param remindAfter when a check that goes on failing is reported again
 */
@ConfigurationProperties("guildhall.payment.alarm")
record AlarmProperties(@DefaultValue("1d") Duration remindAfter) {}
