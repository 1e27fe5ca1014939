package guildhall.runtime.timer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param poll how late a timer may be noticed
 * @param threads how many timers fire at the same time in one instance
 * @param drain how long a stopping instance waits for timers that are firing
 */
@ConfigurationProperties("guildhall.timer")
public record TimerSettings(
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("4") int threads,
        @DefaultValue("15s") Duration drain) {}
