package guildhall.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param webUrl where links in notifications and mails lead
 * @param mailFrom sender of all mails
 */
@ConfigurationProperties("guildhall.notification")
public record NotificationProperties(String webUrl, String mailFrom) {}
