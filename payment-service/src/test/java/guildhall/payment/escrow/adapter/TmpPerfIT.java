package guildhall.payment.escrow.adapter;

import static guildhall.testkit.Infrastructure.*;

import guildhall.messages.id.*;
import guildhall.messages.money.Money;
import guildhall.messages.party.PartyType;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.payment.TestMoney;
import guildhall.payment.escrow.*;
import guildhall.runtime.id.Ids;
import guildhall.testkit.*;
import java.time.*;
import java.time.temporal.ChronoUnit;
import java.util.*;
import java.util.concurrent.*;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {"LOG_LEVEL=WARN", "guildhall.consume.enabled=false", "guildhall.outbox.relay.enabled=false"})
@WithInfrastructure({POSTGRES})
@Import(TestMoney.class)
class TmpPerfIT {
    @Autowired EscrowTransactions desk;
    @Autowired TestMoney money;

    @Test
    void perf() throws Exception {
        var payers = new ArrayList<guildhall.messages.party.Side>();
        for (int i = 0; i < 50; i++) { var p = TestMoney.side(PartyType.BUSINESS); payers.add(p); money.deposit(p.party(), 1_000_000_00L); }
        int n = 1000;
        var deals = new ArrayList<TestMoney.Deal>();
        var messages = new EscrowMessages(Clock.systemUTC());
        for (int i = 0; i < 3 * n; i++) deals.add(money.deal(100_00, payers.get(i % 50)));
        for (int i = 0; i < deals.size(); i += 100)
            desk.handle(deals.subList(i, i + 100).stream().map(d -> messages.order(d.fund(1))).toList());


        var os = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        for (int r = 0; r < 3; r++) {
        long j0 = os.getProcessCpuTime(), p0 = pg(), t = System.nanoTime();
        for (int i = r * n; i < r * n + n; i++) desk.handle(List.of(release(deals.get(i))));
        System.out.printf("PERF per release: wall %d us, jvm cpu %d us, pg cpu %d us%n", (System.nanoTime() - t) / n / 1000, (os.getProcessCpuTime() - j0) / n / 1000, (pg() - p0) * 10_000 / n);
        }
        var pool = Executors.newFixedThreadPool(4);
        long j0 = os.getProcessCpuTime(), p0 = pg(), t = System.nanoTime();
        var fs = new ArrayList<Future<?>>();
        for (int i = 0; i < n; i++) { var d = deals.get(i); fs.add(pool.submit(() -> desk.handle(List.of(new EscrowOrder.Release(d.escrow(), new ReleaseId(Ids.next()), usd(10_00), now()))))); }
        for (var f : fs) f.get();
        System.out.printf("PERF 4 threads, per release: wall %d us, jvm cpu %d us, pg cpu %d us%n", (System.nanoTime() - t) / n / 1000, (os.getProcessCpuTime() - j0) / n / 1000, (pg() - p0) * 10_000 / n);
        t = System.nanoTime();  j0 = os.getProcessCpuTime(); p0 = pg();
        for (int i = 0; i < n; i += 200) desk.handle(deals.subList(i, i + 200).stream().<EscrowOrder>map(d -> new EscrowOrder.Release(d.escrow(), new ReleaseId(Ids.next()), usd(10_00), now())).toList());
        System.out.printf("PERF batches of 200, per release: wall %d us, jvm cpu %d us, pg cpu %d us%n", (System.nanoTime() - t) / n / 1000, (os.getProcessCpuTime() - j0) / n / 1000, (pg() - p0) * 10_000 / n);
    }
    long pg() throws Exception {
        var pids = jdbc.sql("select pid from pg_stat_activity where datname = current_database()").query(Long.class).list();
        long sum = 0;
        for (var pid : pids) { var f = java.nio.file.Files.readString(java.nio.file.Path.of("/proc/" + pid + "/stat")); var x = f.substring(f.lastIndexOf(')') + 2).split(" "); sum += Long.parseLong(x[11]) + Long.parseLong(x[12]); }
        return sum;
    }
    org.springframework.jdbc.core.simple.JdbcClient db() { return org.springframework.jdbc.core.simple.JdbcClient.create(database.dataSource(TestDatabase.Role.MIGRATOR)); }
    @Autowired TestDatabase database;
    @Autowired org.springframework.jdbc.core.simple.JdbcClient jdbc;
    void explain(String sql) { jdbc.sql("explain (analyze, buffers) " + sql).query(String.class).list().forEach(l -> System.out.println("PLAN " + l)); }
    static EscrowOrder release(TestMoney.Deal d) { return new EscrowOrder.Release(d.escrow(), new ReleaseId(Ids.next()), usd(50_00), now()); }
    static Instant now() { return Instant.now().truncatedTo(ChronoUnit.MICROS); }
    static Money usd(long a) { return Money.of(a, "USD"); }
}
