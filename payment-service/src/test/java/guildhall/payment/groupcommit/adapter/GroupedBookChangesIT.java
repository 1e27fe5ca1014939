package guildhall.payment.groupcommit.adapter;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.payment.WalletEvents.WalletOpenedV1;
import guildhall.payment.TestMoney;
import guildhall.payment.groupcommit.BookChange;
import guildhall.payment.groupcommit.BookChanges;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Postings;
import guildhall.payment.ledger.Reason;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.id.Ids;
import guildhall.runtime.message.Cause;
import guildhall.runtime.outbox.Outbox;
import guildhall.testkit.Seeds;
import guildhall.testkit.WithInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Changes that many ask for at the same moment, on the real database. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"guildhall.consume.enabled=false", "guildhall.outbox.relay.enabled=false"})
@WithInfrastructure(POSTGRES)
@Import(TestMoney.class)
class GroupedBookChangesIT {
    private static final Currency USD = Currency.getInstance("USD");

    @Autowired BookChanges changes;
    @Autowired BookTransactions transactions;
    @Autowired GroupCommitProperties properties;
    @Autowired TransactionOperations inTransaction;
    @Autowired TestMoney money;
    @Autowired Outbox outbox;
    @Autowired JdbcClient jdbc;

    /** Moves one cent between wallets; answers whether there was one. */
    private static class Transfer implements BookChange<Boolean> {
        private final UUID id = Ids.next();
        private final Party from;
        private final Party to;

        Transfer(Party from, Party to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public String subject() {
            return "transfer " + id;
        }

        @Override
        public Set<Account> prepare() {
            return Set.of(new Available(from, USD), new Available(to, USD));
        }

        @Override
        public Boolean apply(Postings postings) {
            var cent = new Money(1, USD);
            var posted =
                    postings.post(
                            new Journal(
                                    new JournalSource("transfer", id, "moved"),
                                    Reason.ADJUSTMENT,
                                    "One cent",
                                    Instant.now(),
                                    List.of(
                                            debit(new Available(from, USD), cent),
                                            credit(new Available(to, USD), cent))));
            return posted instanceof Decision.Accepted;
        }
    }

    @Test
    void spendsTheLastCentOnceWhoeverAsks() throws Exception {
        var rich = party();
        var poor = party();
        money.deposit(rich, 40);

        var answers = atOnce(64, () -> new Transfer(rich, poor));

        assertThat(answers.stream().map(GroupedBookChangesIT::answer))
                .filteredOn(done -> done)
                .hasSize(40);
        assertThat(money.available(rich)).isZero();
        assertThat(money.available(poor)).isEqualTo(40);
        money.assertLedgerAddsUp();
    }

    @Test
    void aChangeThatFailsHarmsNobodyElse() throws Exception {
        var rich = party();
        var poor = party();
        money.deposit(rich, 100);

        var answers =
                atOnce(
                        40,
                        () ->
                                new Transfer(rich, poor) {
                                    private final boolean isBroken =
                                            Math.floorMod(subject().hashCode(), 8) == 0;

                                    @Override
                                    public Boolean apply(Postings postings) {
                                        var done = super.apply(postings);
                                        if (isBroken) {
                                            throw new IllegalStateException("broken");
                                        }
                                        return done;
                                    }
                                });

        var done =
                answers.stream().filter(answer -> answer.state() == Future.State.SUCCESS).count();
        assertThat(money.available(poor)).isEqualTo(done);
        assertThat(money.available(rich)).isEqualTo(100 - done);
        money.assertLedgerAddsUp();
    }

    /** As two instances of the service: each with its own line and its own workers. */
    @Test
    void twoLinesOnOneDatabaseNeverRunIntoADeadlock() throws Exception {
        var parties = IntStream.range(0, 6).mapToObj(_ -> party()).toList();
        parties.forEach(party -> money.deposit(party, 1_000));
        var any = Seeds.of(7);
        var other =
                new GroupedBookChanges(
                        transactions,
                        properties,
                        ObservationRegistry.NOOP,
                        new SimpleMeterRegistry());
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 600; i++) {
            var from = any.oneOf(parties);
            var to = parties.get((parties.indexOf(from) + any.intBetween(1, 5)) % parties.size());
            var line = i % 2 == 0 ? changes : other;
            tasks.add(() -> line.commit(from.toString(), new Transfer(from, to)));
        }

        var answers = run(tasks);
        other.destroy();

        assertThat(answers).allMatch(answer -> answer.state() == Future.State.SUCCESS);
        assertThat(parties.stream().mapToLong(money::available).sum()).isEqualTo(6_000);
        money.assertLedgerAddsUp();
    }

    @Test
    void whatAChangePublishesBelongsToTheRequestThatAskedForIt() throws Exception {
        var owners = IntStream.range(0, 16).mapToObj(_ -> party()).toList();

        run(
                owners.stream()
                        .<Callable<Boolean>>map(owner ->
                                () ->
                                        new Cause("request of " + owner, null, "user:" + owner)
                                                .call(() -> changes.commit("all", telling(owner))))
                        .toList());

        var told =
                jdbc
                        .sql("select key, headers::json ->> 'correlationid' from outbox")
                        .query((row, _) -> new String[] {row.getString(1), row.getString(2)})
                        .list()
                        .stream()
                        .filter(row -> owners.stream().anyMatch(o -> o.toString().equals(row[0])))
                        .collect(toMap(row -> row[0], row -> row[1]));
        assertThat(told)
                .isEqualTo(
                        owners.stream()
                                .collect(toMap(Party::toString, owner -> "request of " + owner)));
    }

    private Transfer telling(Party owner) {
        return new Transfer(owner, party()) {
            @Override
            public Boolean apply(Postings postings) {
                outbox.add(new WalletOpenedV1(owner, "USD", Instant.EPOCH));
                return true;
            }
        };
    }

    @Test
    void refusesToBePartOfAnotherTransaction() {
        var transfer = new Transfer(party(), party());

        assertThatThrownBy(() ->
                        inTransaction.executeWithoutResult(_ -> changes.commit("me", transfer)))
                .isInstanceOf(IllegalStateException.class);
    }

    private List<Future<Boolean>> atOnce(int count, java.util.function.Supplier<Transfer> each)
            throws InterruptedException {
        return run(
                Stream.generate(each)
                        .limit(count)
                        .<Callable<Boolean>>map(transfer -> () -> changes.commit("me", transfer))
                        .toList());
    }

    private static List<Future<Boolean>> run(List<Callable<Boolean>> tasks)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(tasks);
        }
    }

    private static boolean answer(Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Party party() {
        return TestMoney.side(PartyType.BUSINESS).party();
    }
}
