package guildhall.payment.groupcommit.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.Comparator.comparingDouble;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.payment.TestMoney;
import guildhall.payment.escrow.EscrowAnswer;
import guildhall.payment.escrow.EscrowOrder;
import guildhall.payment.escrow.EscrowOrder.Release;
import guildhall.payment.escrow.adapter.EscrowPort;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.groupcommit.adapter.LoadRun.Result;
import guildhall.payment.ledger.Ledger;
import guildhall.runtime.message.MessagePublishers;
import guildhall.runtime.message.MessageStamper;
import guildhall.runtime.message.OutgoingMessage;
import guildhall.runtime.outbox.Outbox;
import guildhall.testkit.TestDatabase;
import guildhall.testkit.WithInfrastructure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Escrow releases per second: by group commit, by Kafka commands, by a naive service, and beside
 * them a standard load on the same PostgreSQL. {@code ./guildhall bench ledger} runs it; it is no
 * test, so {@code ./guildhall test} does not. The relay that publishes the outbox is off, so that
 * all of them do the same work: up to the committed answer. Of rounds in turn the middle one
 * counts.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "guildhall.outbox.relay.enabled=false",
            "guildhall.payment.clearing.sweep-every=1h",
            "spring.datasource.hikari.data-source-properties.socketTimeout=0",
            "logging.level.guildhall.payment.escrow=warn"
        })
@WithInfrastructure({POSTGRES, KAFKA})
@Import({TestMoney.class, EscrowPort.class})
class LedgerBench {
    private static final int CALLERS = 256;
    private static final List<Integer> POOLS = List.of(4, 8, 16, 32);
    private static final int ROUNDS = 3;
    private static final int TRIAL = Integer.getInteger("bench.trial", 1_500);
    private static final int MEASURED = Integer.getInteger("bench.releases", 20_000);
    private static final List<Long> HISTORY =
            Stream.of(System.getProperty("bench.history", "10000,100000,1000000").split(","))
                    .map(Long::valueOf)
                    .toList();

    @Autowired EscrowPort desk;
    @Autowired Ledger ledger;
    @Autowired FeeSchedules fees;
    @Autowired Outbox outbox;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionOperations transactions;
    @Autowired DataSource dataSource;
    @Autowired MessagePublishers publishers;
    @Autowired MessageStamper stamper;
    @Autowired TestMoney money;
    @Autowired TestDatabase database;
    @Autowired Environment environment;

    @Test
    void measures() throws Exception {
        var report = new BenchReport(jdbc);
        var hot = new BenchDeals(desk, ledger, transactions, List.of("USD"));
        var uniform = new BenchDeals(desk, ledger, transactions, BenchDeals.currencies(100));
        grouped("warm-up", hot, MEASURED);
        naive("warm-up", hot, 8, TRIAL);
        // Opens the accounts too, which the naive one takes as given.
        grouped("warm-up", uniform, TRIAL);

        report.print(tpcB());
        compare(report, "hot", hot);
        compare(report, "uniform", uniform);
        try (var history = new BenchHistory(database)) {
            for (var journals : HISTORY) {
                history.growTo(journals);
                report.print(grouped("hot, %,d journals".formatted(journals), hot, MEASURED));
            }
        }
        report.finish();
    }

    private Result tpcB() throws InterruptedException {
        var tpcB =
                new TpcB(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
        return tpcB.measure(8, MEASURED);
    }

    /** In turn, so that a minute in which the machine is slow does not meet only one of them. */
    private void compare(BenchReport report, String load, BenchDeals deals) throws Exception {
        var pool = bestPool(deals);
        var naive = new ArrayList<Result>();
        var grouped = new ArrayList<Result>();
        for (int round = 0; round < ROUNDS; round++) {
            naive.add(naive("naive, %s, pool %d".formatted(load, pool), deals, pool, 2 * TRIAL));
            grouped.add(grouped("group commit, " + load, deals, MEASURED));
        }
        report.print(median(naive));
        report.print(median(grouped));
        report.print(commands("Kafka commands, " + load, deals));
    }

    private static Result median(List<Result> rounds) {
        return rounds.stream()
                .sorted(comparingDouble(Result::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    private int bestPool(BenchDeals deals) throws Exception {
        int best = POOLS.getFirst();
        double perSecond = 0;
        for (int pool : POOLS) {
            var trial = naive("trial", deals, pool, TRIAL);
            if (trial.perSecond() > perSecond) {
                best = pool;
                perSecond = trial.perSecond();
            }
        }
        return best;
    }

    private Result naive(String name, BenchDeals deals, int pool, int count) throws Exception {
        pool(pool);
        var naive = new NaiveReleases(jdbc, transactions, fees, outbox);
        return measured(
                name,
                deals.funded(count),
                () -> count,
                orders -> LoadRun.closed(pool, orders, naive::release));
    }

    private Result grouped(String name, BenchDeals deals, int count) throws Exception {
        pool(4);
        var groups = new AtomicLong();
        var transaction =
                new GroupCommit.Transaction<EscrowOrder, EscrowAnswer>(
                        orders -> {
                            groups.incrementAndGet();
                            return desk.handle(orders);
                        },
                        _ -> true);
        var limits = new GroupCommit.Limits(256, 4 * CALLERS, 4 * CALLERS, 2);
        try (var commit = new GroupCommit<>("bench", limits, transaction)) {
            return measured(
                    name,
                    deals.funded(count),
                    groups::get,
                    orders ->
                            LoadRun.closed(
                                    CALLERS,
                                    orders,
                                    order ->
                                            commit.submit(
                                                            order.escrow().toString(),
                                                            order.escrow().toString(),
                                                            order)
                                                    .join()));
        }
    }

    private Result commands(String name, BenchDeals deals) throws Exception {
        pool(8);
        return measured(name, deals.funded(MEASURED), () -> Result.UNKNOWN, this::sendAndAwait);
    }

    /** All at once, as after an outage; what is measured is how long until all are answered. */
    private List<Double> sendAndAwait(List<Release> orders) throws InterruptedException {
        var messages =
                orders.stream()
                        .map(order ->
                                new ReleaseEscrowV1(order.escrow(), order.release(), order.gross()))
                        .map(stamper::stamp)
                        .map(stamped ->
                                new OutgoingMessage(
                                        stamped.topic(),
                                        stamped.key(),
                                        stamped.headers(),
                                        stamped.body()))
                        .toList();
        var before = released();
        try (var publisher = publishers.open("bench", () -> false)) {
            publisher.publish(messages);
        }
        while (released() < before + orders.size()) {
            Thread.onSpinWait();
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(20);
        }
        return List.of();
    }

    private long released() {
        return jdbc.sql("select count(*) from escrow where status = 'RELEASED'")
                .query(Long.class)
                .single();
    }

    private interface Load {
        List<Double> run(List<Release> orders) throws InterruptedException;
    }

    private Result measured(String name, List<Release> orders, LongSupplier commits, Load load)
            throws InterruptedException {
        var log = walPosition();
        var begin = System.nanoTime();
        var millis = load.run(orders);
        var seconds = (System.nanoTime() - begin) / 1e9;
        var result =
                new Result(
                        name,
                        orders.size(),
                        seconds,
                        millis,
                        walPosition() - log,
                        commits.getAsLong());
        money.assertLedgerAddsUp();
        assertThat(released()).isGreaterThanOrEqualTo(orders.size());
        return result;
    }

    private long walPosition() {
        return jdbc.sql("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")
                .query(Long.class)
                .single();
    }

    private void pool(int size) throws SQLException {
        var pool = dataSource.unwrap(HikariDataSource.class);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(size);
    }
}
