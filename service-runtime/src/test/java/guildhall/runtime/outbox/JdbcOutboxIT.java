package guildhall.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.runtime.sample.SampleService;
import guildhall.runtime.sql.SqlTime;
import guildhall.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What reaches the table {@code outbox}; nobody relays here. */
class JdbcOutboxIT {
    private static TestDatabase database;
    private static SampleService service;

    private final SampleMessages messages = SampleMessages.ofAFreshKey();

    @BeforeAll
    static void prepare() {
        database = TestDatabase.create("sample");
        service =
                SampleService.blueprint()
                        .on(database)
                        .with("guildhall.outbox.relay.enabled", "false")
                        .start();
    }

    @AfterAll
    static void giveBack() {
        service.close();
        database.close();
    }

    @Test
    void writesNothingWhenTheTransactionRollsBack() {
        SampleMessages.transactions(service)
                .executeWithoutResult(status -> {
                    outbox().add(messages.number(1));
                    status.setRollbackOnly();
                });

        assertThat(written()).isEmpty();
    }

    @Test
    void refusesAMessageOutsideOfATransaction() {
        assertThatThrownBy(() -> outbox().add(messages.number(1)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(written()).isEmpty();
    }

    @Test
    void refusesAMessageInATransactionThatOnlyReads() {
        var reading = SampleMessages.transactions(service);
        reading.setReadOnly(true);

        assertThatThrownBy(
                        () -> reading.executeWithoutResult(_ -> outbox().add(messages.number(1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void hasNoAgeWhenTheLastToCommitWasNotTheLastToWrite() {
        for (int number = 1; number <= 2; number++) {
            var message = messages.number(number);
            SampleMessages.transactions(service).executeWithoutResult(_ -> outbox().add(message));
        }
        var jdbc = service.bean(JdbcTemplate.class);
        var progress = new RelayProgress(jdbc);

        jdbc.query(
                "select written_at from outbox where key = ? order by written_at desc",
                row -> {
                    progress.published(SqlTime.instant(row, "written_at"));
                },
                messages.escrow().toString());
        progress.save();

        assertThat(progress.age()).isZero();
    }

    @Test
    void dropsWhatWasAddedSinceASavepointThatIsRolledBack() {
        var nested = propagating(TransactionDefinition.PROPAGATION_NESTED);

        SampleMessages.transactions(service)
                .executeWithoutResult(_ -> {
                    outbox().add(messages.number(1));
                    nested.executeWithoutResult(status -> {
                        outbox().add(messages.number(2));
                        status.setRollbackOnly();
                    });
                    outbox().add(messages.number(3));
                });

        assertThat(written()).containsExactly(1, 3);
    }

    @Test
    void keepsTheMessagesOfAnInnerTransactionApart() {
        var inner = propagating(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        SampleMessages.transactions(service)
                .executeWithoutResult(outer -> {
                    outbox().add(messages.number(1));
                    inner.executeWithoutResult(_ -> outbox().add(messages.number(2)));
                    outer.setRollbackOnly();
                });

        assertThat(written()).containsExactly(2);
    }

    @Test
    void writesWhatIsAddedWhileTheTransactionCommits() {
        SampleMessages.transactions(service)
                .executeWithoutResult(_ -> {
                    outbox().add(messages.number(1));
                    TransactionSynchronizationManager.registerSynchronization(
                            new TransactionSynchronization() {
                                @Override
                                public void beforeCommit(boolean readOnly) {
                                    outbox().add(messages.number(2));
                                }
                            });
                });

        assertThat(written()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void keepsRowsInTheirPartitionsAndDropsOldOnes() {
        var table = new OutboxTable(service.bean(JdbcTemplate.class));
        var owner = new JdbcTemplate(database.dataSource(TestDatabase.Role.MIGRATOR));
        owner.execute(
                """
                create table outbox_20200102 partition of outbox
                for values from ('2020-01-02Z') to ('2020-01-03Z')
                """);
        owner.update(
                """
                insert into outbox (id, topic, key, type, headers, body, written_at)
                values (gen_random_uuid(), 't', 'k', 'x', '{}', '{}', now() + interval '5 days')
                """);

        table.maintain(6, Duration.ofDays(7));

        assertThat(count(owner, "outbox_rest")).isZero();
        assertThat(count(owner, "outbox where key = 'k'")).isEqualTo(1);
        assertThat(owner.queryForObject("select to_regclass('outbox_20200102')", String.class))
                .isNull();
    }

    private static @Nullable Integer count(JdbcTemplate jdbc, String from) {
        return jdbc.queryForObject("select count(*) from " + from, Integer.class);
    }

    private static Outbox outbox() {
        return service.bean(Outbox.class);
    }

    private static TransactionTemplate propagating(int propagation) {
        var template = new TransactionTemplate(service.bean(PlatformTransactionManager.class));
        template.setPropagationBehavior(propagation);
        return template;
    }

    private List<Integer> written() {
        return service.bean(JdbcTemplate.class)
                .queryForList(
                        """
                        select (body::jsonb #>> '{amount,amount}')::int from outbox
                        where key = ? order by written_at
                        """,
                        Integer.class,
                        messages.escrow().toString());
    }
}
