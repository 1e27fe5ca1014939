package guildhall.review.window.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Defaults of review windows.
 *
 * @param openFor how long both sides have to write
 */
@ConfigurationProperties("guildhall.review.window")
record WindowProperties(@DefaultValue("14d") Duration openFor) {}
