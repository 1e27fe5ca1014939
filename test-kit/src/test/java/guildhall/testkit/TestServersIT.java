package guildhall.testkit;

import static guildhall.testkit.TestDatabase.Role.MIGRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.payment.PaymentCommands.CancelEscrowV1;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Servers of a test's own keep what was acknowledged through kill -9 and an orderly restart. */
class TestServersIT {
    @Test
    void postgresKeepsCommittedRowsThroughKillAndStop() {
        try (var postgres = TestPostgres.start()) {
            var database = TestDatabase.create("kit", postgres.address());
            var jdbc = JdbcClient.create(database.dataSource(MIGRATOR));
            jdbc.sql("create table entry (id int primary key)").update();
            jdbc.sql("insert into entry values (1)").update();

            postgres.kill();
            assertThatThrownBy(() -> jdbc.sql("select 1").query().listOfRows()).isNotNull();
            postgres.restart();
            jdbc.sql("insert into entry values (2)").update();
            postgres.stop();
            postgres.restart();

            assertThat(jdbc.sql("select id from entry order by id").query(Integer.class).list())
                    .containsExactly(1, 2);
        }
    }

    @Test
    void brokerKeepsAcknowledgedMessagesThroughKillAndStop() {
        var first = cancellation();
        var second = cancellation();
        try (var broker = TestBroker.start();
                var probe = new KafkaProbe(broker.bootstrap(), "")) {
            probe.publish(first);

            broker.kill();
            broker.restart();
            probe.publish(second);
            broker.stop();
            broker.restart();

            probe.await(CancelEscrowV1.class, second::equals);
            assertThat(probe.all(CancelEscrowV1.class)).containsExactlyInAnyOrder(first, second);
        }
    }

    private static CancelEscrowV1 cancellation() {
        return new CancelEscrowV1(
                new EscrowId(UUID.randomUUID()), new RefundId(UUID.randomUUID()), "test");
    }
}
