package guildhall.runtime.documents;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** How long a service waits for a MongoDB that is away; the driver by itself waits too long. */
@AutoConfiguration
@ConditionalOnClass(MongoClientSettingsBuilderCustomizer.class)
public class MongoClientAutoConfiguration {
    /** Less than the gateway waits for an answer, so that the client gets our 503. */
    static final int AWAY_SECONDS = 8;

    /** Far above our slowest command: whoever hangs longer waits for a server that is gone. */
    private static final int SILENT_SECONDS = 120;

    /** Comes before what the address of the server may say about it. */
    @Bean
    @Order(-1)
    MongoClientSettingsBuilderCustomizer mongoPatience() {
        return settings ->
                settings.applyToClusterSettings(
                                cluster -> cluster.serverSelectionTimeout(AWAY_SECONDS, SECONDS))
                        .applyToSocketSettings(
                                socket -> socket.readTimeout(SILENT_SECONDS, SECONDS));
    }
}
