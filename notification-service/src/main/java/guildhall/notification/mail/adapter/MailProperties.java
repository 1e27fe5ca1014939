package guildhall.notification.mail.adapter;

import guildhall.notification.mail.RetrySchedule;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent.
 *
 * @param from sender of all mails
 * @param webUrl where links in mails lead
 * @param retries waits after failures
 * @param addressPatience how long a mail waits for the address of a user who is not known yet
 * @param lease how long an instance may take to send one mail; longer than all the time-outs of the
 *     mail server together
 * @param searchEvery how often the queue is searched for what is due again or was left by another
 *     instance
 */
@ConfigurationProperties("guildhall.mail")
record MailProperties(
        @DefaultValue("Guildhall <no-reply@guildhall.example>") String from,
        @DefaultValue("http://localhost:3000") URI webUrl,
        @DefaultValue({"1m", "5m", "30m", "2h", "12h"}) List<Duration> retries,
        @DefaultValue("3d") Duration addressPatience,
        @DefaultValue("3m") Duration lease,
        @DefaultValue("15s") Duration searchEvery) {
    RetrySchedule schedule() {
        return new RetrySchedule(retries, addressPatience);
    }
}
