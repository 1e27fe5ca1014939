package guildhall.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.testkit.TestDatabase;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class FairPoolIT {
    @Test
    void takesThePlaceOfThePoolOfAServiceAndKeepsItsFigures() {
        try (var database = TestDatabase.create("sample")) {
            var metrics = new SimpleMeterRegistry();

            service(database, metrics)
                    .run(service -> {
                        service.getBeansOfType(MeterBinder.class)
                                .values()
                                .forEach(b -> b.bindTo(metrics));

                        assertThat(service.getBean(DataSource.class)).isInstanceOf(FairPool.class);
                        assertThat(answer(service.getBean(JdbcClient.class))).isEqualTo(1);
                        assertThat(metrics.get("guildhall.pool.waiting").gauge().value()).isZero();
                        assertThat(metrics.get("hikaricp.connections.max").gauge().value())
                                .isEqualTo(3);
                    });
        }
    }

    private static ApplicationContextRunner service(
            TestDatabase database, SimpleMeterRegistry metrics) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(
                                FairPoolAutoConfiguration.class,
                                DataSourceAutoConfiguration.class,
                                JdbcTemplateAutoConfiguration.class,
                                JdbcClientAutoConfiguration.class,
                                DataSourcePoolMetricsAutoConfiguration.class))
                .withBean(SimpleMeterRegistry.class, () -> metrics)
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(TestDatabase.Role.APP),
                        "spring.datasource.password=" + database.password(TestDatabase.Role.APP),
                        "spring.datasource.hikari.maximum-pool-size=3");
    }

    private static Integer answer(JdbcClient jdbc) {
        return jdbc.sql("select 1").query(Integer.class).single();
    }
}
