package guildhall.testkit;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.MONGO;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static guildhall.testkit.Infrastructure.REDIS;
import static guildhall.testkit.TestDatabase.Role.MIGRATOR;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Runs two annotated classes one after the other and compares what they were given. */
class WithInfrastructureIT {
    private static final Map<Class<?>, TestEnvironment> GIVEN = new ConcurrentHashMap<>();

    @Test
    void givesEachClassItsOwnAndTakesItBack() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(FirstCase.class), selectClass(SecondCase.class))
                .execute()
                .testEvents()
                .assertStatistics(counts -> counts.succeeded(4).failed(0));

        var first = given(FirstCase.class);
        var second = given(SecondCase.class);
        for (var variable : List.of("POSTGRES_URL", "TOPIC_PREFIX", "MONGO_URI", "REDIS_URL")) {
            assertThat(first.properties().get(variable))
                    .isNotEqualTo(second.properties().get(variable));
        }
        assertThat(databases()).doesNotContain(first.database().name(), second.database().name());
    }

    private static TestEnvironment given(Class<?> testClass) {
        return requireNonNull(GIVEN.get(testClass), "The class did not run");
    }

    private static List<String> databases() {
        try (var any = TestDatabase.create("kit")) {
            return JdbcClient.create(any.dataSource(MIGRATOR))
                    .sql("select datname from pg_database")
                    .query(String.class)
                    .list();
        }
    }

    @Configuration
    static class Application {}

    @SpringBootTest(classes = Application.class)
    @Import(TestClock.class)
    @WithInfrastructure({POSTGRES, KAFKA, MONGO, REDIS})
    @TestPropertySource(properties = "SMTP_PORT=2525")
    static class FirstCase {
        @Autowired Environment spring;
        @Autowired TestEnvironment environment;
        @Autowired TestDatabase database;
        @Autowired KafkaProbe probe;
        @Autowired Clock clock;

        @Test
        void seesItsVariables() {
            GIVEN.put(FirstCase.class, environment);

            assertThat(spring.getProperty("POSTGRES_URL")).isEqualTo(database.url());
            assertThat(spring.getProperty("TOPIC_PREFIX"))
                    .isEqualTo(probe.topicOf(""))
                    .isNotEmpty();
            assertThat(spring.getProperty("JWKS_URI")).isEqualTo(TestTokens.jwksUri());
            assertThat(spring.getProperty("SERVER_PORT")).isEqualTo("0");
            assertThat(database.user(MIGRATOR)).isEqualTo("testkit_migrator");
            assertThat(clock).isInstanceOf(TestClock.class);
        }

        @Test
        void hasTheLastWord() {
            assertThat(spring.getProperty("SMTP_PORT")).isEqualTo("2525");
        }

        @Nested
        class Inside {
            @Autowired TestEnvironment inner;

            @Test
            void sharesTheEnvironment() {
                assertThat(inner).isSameAs(environment);
            }
        }
    }

    @SpringBootTest(classes = Application.class)
    @WithInfrastructure(
            value = {POSTGRES, KAFKA, MONGO, REDIS},
            service = "kit")
    static class SecondCase {
        @Autowired TestEnvironment environment;

        @Test
        void getsAnotherEnvironment() {
            GIVEN.put(SecondCase.class, environment);

            assertThat(environment.database().user(MIGRATOR)).isEqualTo("kit_migrator");
        }
    }
}
