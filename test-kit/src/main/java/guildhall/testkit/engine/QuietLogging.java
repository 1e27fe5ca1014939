package guildhall.testkit.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the servers inside the test JVM from filling its log: a broker alone writes thousands of
 * lines while it starts. JUnit calls this before the first test; Spring Boot resets all levels when
 * it starts an application, so it is called again then.
 */
public final class QuietLogging implements LauncherSessionListener {
    private static final List<String> LOUD =
            List.of(
                    "kafka",
                    "org.apache.kafka",
                    "state.change.logger",
                    "io.zonky",
                    "de.bwaldvogel",
                    "redis.embedded",
                    "org.mongodb.driver",
                    "org.testcontainers",
                    "com.github.dockerjava");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        }
    }

    public static void apply() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            LOUD.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        }
    }
}
