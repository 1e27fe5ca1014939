package guildhall.runtime.documents;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MongoClientAutoConfigurationTest {
    private final ApplicationContextRunner services =
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    MongoAutoConfiguration.class,
                                    MongoClientAutoConfiguration.class));

    @Test
    void givesUpBeforeTheGatewayDoes() {
        assertThat(patienceWith("mongodb://localhost:1/identity"))
                .isEqualTo(MongoClientAutoConfiguration.AWAY_SECONDS);
    }

    @Test
    void letsTheAddressDecide() {
        assertThat(patienceWith("mongodb://localhost:1/identity?serverSelectionTimeoutMS=3000"))
                .isEqualTo(3);
    }

    private long patienceWith(String address) {
        var seconds = new long[1];
        services.withPropertyValues("spring.mongodb.uri=" + address)
                .run(context ->
                        seconds[0] =
                                context.getBean(MongoClient.class)
                                        .getClusterDescription()
                                        .getClusterSettings()
                                        .getServerSelectionTimeout(SECONDS));
        return seconds[0];
    }
}
