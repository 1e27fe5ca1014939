package guildhall.payment.seal.adapter;

import static guildhall.testkit.Infrastructure.POSTGRES;
import static guildhall.testkit.TestDatabase.Role.MIGRATOR;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;
import static org.awaitility.Awaitility.await;

import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.TestMoney;
import guildhall.payment.seal.Verdict;
import guildhall.payment.seal.Verdict.Broken;
import guildhall.payment.seal.Verdict.Fault;
import guildhall.payment.seal.Verdict.Intact;
import guildhall.payment.seal.Verdict.Link;
import guildhall.runtime.id.Ids;
import guildhall.testkit.TestDatabase;
import guildhall.testkit.WithInfrastructure;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Sealing while others post, and what somebody with all rights on the database gives away. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"guildhall.consume.enabled=false", "guildhall.outbox.relay.enabled=false"})
@WithInfrastructure(POSTGRES)
@Import(TestMoney.class)
class SealIT {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final SealProperties EVERYTHING =
            new SealProperties(Duration.ofSeconds(1), 2, Duration.ofSeconds(1), 1_000_000);

    @Autowired TestMoney money;
    @Autowired Sealer sealer;
    @Autowired JournalContents journals;
    @Autowired JdbcSeals seals;
    @Autowired TransactionOperations transactions;
    @Autowired JdbcClient app;
    @Autowired TestDatabase database;

    @BeforeEach
    void postAndSeal() {
        deposits(3);
        sealAll();
    }

    @Test
    void sealsWhatWasPostedAndNothingTwice() {
        var before = seals.head();

        deposits(2);
        sealAll();
        sealer.sealEverythingFinished();

        assertThat(seals.head().position()).isEqualTo(before.position() + 2);
        assertThat(verdict(seals)).isEqualTo(new Intact(seals.head()));
        assertThat(app.sql("select count(*) from journal_seal").query(Long.class).single())
                .isEqualTo(app.sql("select count(*) from journal").query(Long.class).single());
    }

    @Test
    void waitsForATransactionThatBeganEarlierAndEndsLater() {
        var before = seals.head().position();

        transactions.executeWithoutResult(_ -> {
            app.sql("select pg_current_xact_id()").query(String.class).single();
            inAnotherThread(() -> deposits(1));
            inAnotherThread(sealer::sealEverythingFinished);
            assertThat(seals.head().position()).isEqualTo(before);
            deposits(1);
        });
        sealAll();

        assertThat(seals.head().position()).isEqualTo(before + 2);
        assertThat(verdict(seals)).isEqualTo(new Intact(seals.head()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update line set credit = credit + 1 where credit > 0 and journal_id = :journal",
                "update line set posted_at = posted_at + interval '1 s' where journal_id = :journal",
                "update journal set description = 'Gift' where journal_id = :journal",
                """
                update account set owner = owner || '0' where account_id = (
                    select max(account_id) from line where journal_id = :journal)
                """,
                """
                insert into line (account_id, journal_id, currency, debit, credit, balance_after,
                    posted_at)
                select account_id, journal_id, currency, debit, credit, balance_after, posted_at
                from line where journal_id = :journal
                """,
                "delete from line where journal_id = :journal"
            })
    void noticesATamperedJournal(String sql) {
        var position = seals.head().position() - 1;

        assertThat(verdictAfter(sql, position))
                .isEqualTo(new Broken(position, Fault.CONTENT_DIFFERS));
        assertThat(verdict(seals)).isEqualTo(new Intact(seals.head()));
    }

    @Test
    void noticesADeletedJournal() {
        var position = seals.head().position() - 1;
        var delete =
                """
                with gone as (delete from line where journal_id = :journal)
                delete from journal where journal_id = :journal
                """;

        assertThat(verdictAfter(delete, position))
                .isEqualTo(new Broken(position, Fault.JOURNAL_MISSING));
        assertThat(verdictAfter("delete from journal_seal where journal_id = :journal", position))
                .isEqualTo(new Broken(position, Fault.SEAL_MISSING));
    }

    @Test
    void noticesThatJournalsChangedPlaces() {
        var position = seals.head().position() - 2;

        var verdict =
                tamper(migrator -> {
                    var all = "update journal_seal set position = position + 1000000";
                    migrator.sql(all).update();
                    migrator.sql(
                                    """
                                    update journal_seal set position = case position - 1000000
                                        when :position then :position + 1
                                        when :position + 1 then :position
                                        else position - 1000000 end
                                    """)
                            .param("position", position)
                            .update();
                });

        assertThat(verdict).isEqualTo(new Broken(position, Fault.CONTENT_DIFFERS));
    }

    @Test
    void noticesAJournalThatWasInsertedBetweenOthers() {
        var position = seals.head().position() - 1;

        var verdict =
                tamper(migrator -> {
                    forge(migrator, position);
                    migrator.sql("update journal_seal set position = position + 1000000").update();
                    migrator.sql(
                                    """
                                    update journal_seal set position = position - 1000000
                                        + case when position - 1000000 >= :position
                                            then 1 else 0 end
                                    """)
                            .param("position", position)
                            .update();
                    migrator.sql(
                                    """
                                    insert into journal_seal
                                    select :position, journal_id, decode(repeat('00', 32), 'hex'),
                                        now()
                                    from journal where description = 'Forged'
                                    """)
                            .param("position", position)
                            .update();
                });

        assertThat(verdict).isEqualTo(new Broken(position, Fault.CONTENT_DIFFERS));
    }

    @Test
    void countsAJournalThatWasSmuggledInWithoutASeal() {
        var position = seals.head().position() - 1;
        var missing =
                """
                select count(*) from journal
                where posted_in < (select sealed_through from seal_progress)
                    and journal_id not in (select journal_id from journal_seal)
                """;
        var found = new ArrayList<Long>();

        var verdict =
                tamper(migrator -> {
                    forge(migrator, position);
                    found.add(migrator.sql(missing).query(Long.class).single());
                });

        assertThat(verdict).isEqualTo(new Intact(seals.head()));
        assertThat(found).containsExactly(1L);
    }

    @Test
    void remembersTheEndOfTheChainSoThatItCannotBeCutOff() {
        var alarms = new ArrayList<BigInteger>();
        var head = seals.head().position();

        tamper(migrator -> {
            var seals = seals(migrator);
            var verifier =
                    new Verifier(seals, (_, difference) -> alarms.add(difference), EVERYTHING);
            verifier.verifyNext();
            migrator.sql("delete from journal_seal where position = ?").param(head).update();
            verifier.verifyNext();
            assertThat(verifier.broken()).contains(new Broken(head, Fault.SEAL_REPLACED));
        });

        assertThat(alarms).containsExactly(BigInteger.ZERO, BigInteger.valueOf(head));
    }

    @Test
    void findsWhatIsUnsealedWithoutReadingWhatIsSealed() {
        var read = new ArrayList<Long>();

        tamper(migrator -> {
            addHistory(migrator);
            var journals = new JournalContents(migrator);
            var before = rowsRead(migrator);
            assertThat(journals.oldestUnsealed()).isPresent();
            assertThat(journals.unsealed(0, Long.MAX_VALUE, 1000)).hasSize(1);
            read.add(rowsRead(migrator) - before);
        });

        assertThat(read).singleElement(LONG).isLessThan(100);
    }

    /** Many journals with seals, older than any transaction of today, and one without. */
    private static void addHistory(JdbcClient migrator) {
        migrator.sql(
                        """
                        with old as (
                            insert into journal (journal_id, source_type, source_id, step, reason,
                                description, posted_at, posted_in)
                            select gen_random_uuid(), 'top-up', gen_random_uuid(), 'succeeded',
                                'DEPOSIT', 'Old', now(), -number
                            from generate_series(1, 100000) number
                            returning journal_id)
                        insert into journal_seal (position, journal_id, hash, sealed_at)
                        select 1000000 + row_number() over (), journal_id, sha256(''), now()
                        from old
                        """)
                .update();
        migrator.sql(
                        """
                        insert into journal (journal_id, source_type, source_id, step, reason,
                            description, posted_at)
                        values (gen_random_uuid(), 'top-up', gen_random_uuid(), 'succeeded',
                            'DEPOSIT', 'New', now())
                        """)
                .update();
        migrator.sql("analyze journal, journal_seal").update();
        migrator.sql("set local max_parallel_workers_per_gather = 0").update(); // Counted apart.
    }

    private static long rowsRead(JdbcClient client) {
        return client.sql(
                        """
                        select sum(seq_tup_read + idx_tup_fetch) from pg_stat_xact_user_tables
                        where relname in ('journal', 'journal_seal')
                        """)
                .query(Long.class)
                .single();
    }

    private Verdict verdictAfter(String sql, long position) {
        return tamper(migrator -> {
            var journal =
                    migrator.sql("select journal_id from journal_seal where position = ?")
                            .param(position)
                            .query(UUID.class)
                            .single();
            migrator.sql(sql).param("journal", journal).update();
        });
    }

    /** A journal that pretends to be as old as the one at a position. */
    private static void forge(JdbcClient migrator, long position) {
        migrator.sql(
                        """
                        insert into journal (journal_id, source_type, source_id, step, reason,
                            description, posted_at, posted_in)
                        select gen_random_uuid(), 'top-up', gen_random_uuid(), 'succeeded',
                            'DEPOSIT', 'Forged', posted_at, posted_in
                        from journal join journal_seal using (journal_id)
                        where position = :position
                        """)
                .param("position", position)
                .update();
    }

    /** What the verification says while somebody with all rights has changed the database. */
    private Verdict tamper(Consumer<JdbcClient> changes) {
        var source = database.dataSource(MIGRATOR);
        var client = JdbcClient.create(source);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        return requireNonNull(
                transaction.execute(status -> {
                    status.setRollbackOnly();
                    client.sql("alter table line disable trigger user").update();
                    changes.accept(client);
                    return verdict(seals(client));
                }));
    }

    private static JdbcSeals seals(JdbcClient client) {
        return new JdbcSeals(client, new JournalContents(client));
    }

    private static Verdict verdict(JdbcSeals seals) {
        return new Verifier(seals, (_, _) -> {}, EVERYTHING).behind(Link.ORIGIN, 1_000_000);
    }

    /** The chore of the service may be at it too; then this one has nothing to do. */
    private void sealAll() {
        await().atMost(PATIENCE)
                .until(() -> {
                    sealer.sealEverythingFinished();
                    return journals.oldestUnsealed().isEmpty();
                });
    }

    private void deposits(int count) {
        for (int i = 0; i < count; i++) {
            money.deposit(new Party(PartyType.BUSINESS, Ids.next()), 100);
        }
    }

    private static void inAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }
}
