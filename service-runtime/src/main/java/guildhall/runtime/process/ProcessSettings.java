package guildhall.runtime.process;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param deadlinePoll how late a deadline may be noticed
 * @param metricsEvery how often processes are counted
 */
@ConfigurationProperties("guildhall.process")
public record ProcessSettings(
        @DefaultValue("500ms") Duration deadlinePoll, @DefaultValue("15s") Duration metricsEvery) {}
