package guildhall.runtime.consume;

import guildhall.messages.id.EscrowId;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.runtime.sample.SampleService;
import guildhall.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The effect is a row that a failure must take back. */
class PostgresSubscriptionIT extends SubscriptionContract {
    private final TestDatabase database = TestDatabase.create("sample");

    @Override
    SampleService.Blueprint blueprint() {
        return blueprint(SampleReleases.class);
    }

    final SampleService.Blueprint blueprint(Class<?> subscriptions) {
        EffectTable.createIn(database);
        return SampleService.blueprint().on(database).using(subscriptions, EffectTable.class);
    }

    @AfterAll
    void dropDatabase() {
        stopService();
        database.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class EffectTable {
        static void createIn(TestDatabase database) {
            try (var connection = database.dataSource(TestDatabase.Role.MIGRATOR).getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(
                        """
                        create table effect (
                            seq bigint generated always as identity, escrow text, amount bigint);
                        grant select, insert on effect to sample_app;
                        """);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Bean
        SampleReleases.Effects effects(JdbcClient jdbc) {
            return new SampleReleases.Effects() {
                @Override
                public void write(ReleaseEscrowV1 release, Runnable trouble) {
                    jdbc.sql("insert into effect (escrow, amount) values (?, ?)")
                            .params(release.escrowId().toString(), release.amount().minorUnits())
                            .update();
                    trouble.run();
                }

                @Override
                public List<Long> of(EscrowId escrow) {
                    return jdbc.sql("select amount from effect where escrow = ? order by seq")
                            .param(escrow.toString())
                            .query(Long.class)
                            .list();
                }
            };
        }
    }
}
