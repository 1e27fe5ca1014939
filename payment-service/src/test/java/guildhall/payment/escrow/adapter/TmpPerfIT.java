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

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "LOG_LEVEL=WARN")
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class TmpPerfIT {
    @Autowired EscrowTransactions desk;
    @Autowired TestMoney money;
    @Autowired KafkaProbe kafka;

    @Test
    void perf() throws Exception {
        var payers = new ArrayList<guildhall.messages.party.Side>();
        for (int i = 0; i < 50; i++) { var p = TestMoney.side(PartyType.BUSINESS); payers.add(p); money.deposit(p.party(), 1_000_000_00L); }
        int n = 3000;
        var deals = new ArrayList<TestMoney.Deal>();
        var messages = new EscrowMessages(Clock.systemUTC());
        for (int i = 0; i < 3 * n; i++) deals.add(money.deal(100_00, payers.get(i % 50)));
        for (int i = 0; i < deals.size(); i += 100)
            desk.handle(deals.subList(i, i + 100).stream().map(d -> messages.order(d.fund(1))).toList());
        // warm + sequential
        var times = new long[n];
        for (int i = 0; i < n; i++) {
            var d = deals.get(i);
            long t = System.nanoTime();
            desk.handle(List.of(release(d)));
            times[i] = System.nanoTime() - t;
        }
        Arrays.sort(times, n/2, n);
        System.out.printf("PERF sequential p50 %d us p99 %d us%n", times[n/2 + n/4] / 1000, times[n - n/200] / 1000);
        for (int threads : new int[] {4}) {
            var pool = Executors.newFixedThreadPool(threads);
            long t = System.nanoTime();
            var fs = new ArrayList<Future<?>>();
            for (int i = n; i < 2 * n; i++) { var d = deals.get(i); fs.add(pool.submit(() -> desk.handle(List.of(release(d))))); }
            for (var f : fs) f.get();
            double s = (System.nanoTime() - t) / 1e9;
            System.out.printf("PERF %d threads %.0f/s%n", threads, n / s);
            pool.shutdown();
        }
        long t = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 2 * n; i < 3 * n; i++) { var d = deals.get(i); pool.submit(() -> kafka.publish(new ReleaseEscrowV1(d.escrow(), new ReleaseId(Ids.next()), usd(50_00)))); }
        }
        System.out.printf("PERF published %.0f/s%n", n / ((System.nanoTime() - t) / 1e9));
        var last = new HashSet<EscrowId>();
        while (true) {
            long left = deals.subList(2 * n, 3 * n).stream().filter(d -> money.pending(d.payee().party()) == 0).limit(1).count();
            if (left == 0) break;
            Thread.sleep(50);
        }
        System.out.printf("PERF kafka handled %.0f/s%n", n / ((System.nanoTime() - t) / 1e9));
        money.assertLedgerAddsUp();
        // batches of 200
        t = System.nanoTime();
        for (int i = 0; i < n; i += 200) desk.handle(deals.subList(i, i + 200).stream().<EscrowOrder>map(d -> new EscrowOrder.Release(d.escrow(), new ReleaseId(Ids.next()), usd(10_00), now())).toList());
        System.out.printf("PERF batches of 200 %.0f/s%n", n / ((System.nanoTime() - t) / 1e9));
        money.assertLedgerAddsUp();
    }
    static EscrowOrder release(TestMoney.Deal d) { return new EscrowOrder.Release(d.escrow(), new ReleaseId(Ids.next()), usd(50_00), now()); }
    static Instant now() { return Instant.now().truncatedTo(ChronoUnit.MICROS); }
    static Money usd(long a) { return Money.of(a, "USD"); }
}
