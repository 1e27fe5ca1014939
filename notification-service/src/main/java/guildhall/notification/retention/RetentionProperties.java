package guildhall.notification.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept.
 *
 * @param notifications from when they were delivered, read or not
 * @param sentMails from when they were sent; longer than any topic keeps the message that asked for
 *     them, or a message read again would send them again
 * @param failedMails from when they were given up, to look into complaints
 * @param pruneEvery how often is looked for what is over
 */
@ConfigurationProperties("guildhall.retention")
record RetentionProperties(
        @DefaultValue("180d") Duration notifications,
        @DefaultValue("30d") Duration sentMails,
        @DefaultValue("90d") Duration failedMails,
        @DefaultValue("1h") Duration pruneEvery) {
    Duration of(Expiring.Kind kind) {
        return switch (kind) {
            case NOTIFICATION -> notifications;
            case SENT_MAIL -> sentMails;
            case FAILED_MAIL -> failedMails;
        };
    }
}
