package guildhall.bench;

import guildhall.bench.Bench.Measurement;
import guildhall.bench.Market.Deal;
import guildhall.client.Api;
import guildhall.stack.Stack;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * From the client's approval to the credited wallet: the time between sending the approval to the
 * gateway and hearing the release event on Kafka. That is later than the credit itself by one
 * relay, so the figures are an upper bound.
 */
final class ApprovalToCredit implements Measurement {
    private static final int WARM_UP = 3000;
    private static final int PACED = 1000;
    private static final int PER_SECOND = 20;
    private static final int AT_ONCE = 2000;
    private static final int CLIENTS = 16;
    private static final int PAIRS = 20;
    private static final int PARTS = 20;
    private static final int PREPARING = 8;

    @Override
    public Report run(Stack stack, PrintStream out) {
        var count = WARM_UP + PACED + AT_ONCE;
        out.println("Preparing " + count + " delivered milestones ...");
        var contracts = count / PARTS;
        var market = new Market(stack, PAIRS, Math.ceilDiv(contracts, PAIRS) * PARTS);
        var deals = prepare(market, contracts);
        var paced = deals.subList(WARM_UP, WARM_UP + PACED);
        try (var releases = new Releases(stack.kafkaBootstrap());
                var backlog = new Backlog(stack)) {
            backlog.awaitEnd();
            out.println("Warming up with " + WARM_UP + " approvals ...");
            approveAtOnce(market, deals.subList(0, WARM_UP));
            await(releases, WARM_UP);
            backlog.awaitEnd();
            out.println("Approving " + PER_SECOND + " per second ...");
            var sent = approve(market, paced);
            await(releases, WARM_UP + PACED);
            backlog.awaitEnd();
            out.println("Approving " + AT_ONCE + " at once ...");
            var last = deals.subList(WARM_UP + PACED, count);
            var begin = System.nanoTime();
            approveAtOnce(market, last);
            await(releases, count);
            var seconds = (System.nanoTime() - begin) / 1e9;
            var arrivals = releases.arrivals();
            return report(
                    stack,
                    measured(paced, sent, arrivals),
                    AT_ONCE / seconds,
                    sustained(last, arrivals));
        }
    }

    /** Delivered milestones, those of one contract far apart. */
    private static List<Deal> prepare(Market market, int contracts) {
        try (var workers = Executors.newFixedThreadPool(PREPARING)) {
            var prepared =
                    IntStream.range(0, contracts)
                            .mapToObj(number -> workers.submit(() -> delivered(market, number)))
                            .toList();
            workers.shutdown();
            var deals = prepared.stream().map(ApprovalToCredit::done).toList();
            return IntStream.range(0, PARTS)
                    .boxed()
                    .flatMap(part -> deals.stream().map(parts -> parts.get(part)))
                    .toList();
        }
    }

    private static List<Deal> done(Future<List<Deal>> deals) {
        try {
            return deals.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("A contract could not be prepared", e);
        }
    }

    private static List<Deal> delivered(Market market, int number) {
        var deals = market.deals(number, market.hire(number, PARTS));
        deals.stream().skip(1).forEach(market::fund);
        deals.forEach(market::deliver);
        return deals;
    }

    /** When each was sent, in nanoseconds of this JVM. */
    private static Map<String, Long> approve(Market market, List<Deal> deals) {
        var sent = new ConcurrentHashMap<String, Long>();
        var pace = Duration.ofSeconds(1).toNanos() / PER_SECOND;
        var next = System.nanoTime();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var deal : deals) {
                LockSupport.parkNanos(next - System.nanoTime());
                next += pace;
                workers.execute(() -> {
                    sent.put(deal.milestone(), System.nanoTime());
                    market.approve(deal);
                });
            }
        }
        return sent;
    }

    private static void approveAtOnce(Market market, List<Deal> deals) {
        try (var workers = Executors.newFixedThreadPool(CLIENTS)) {
            deals.forEach(deal -> workers.execute(() -> market.approve(deal)));
        }
    }

    private static void await(Releases releases, int count) {
        Api.await("releases", releases.arrivals()::size, size -> size >= count);
    }

    private static Percentiles measured(
            List<Deal> deals, Map<String, Long> sent, Map<String, Long> arrived) {
        return new Percentiles(
                deals.stream()
                        .map(Deal::milestone)
                        .map(id -> (arrived.getOrDefault(id, 0L) - sent.getOrDefault(id, 0L)) / 1e6)
                        .toList());
    }

    /** Without the beginning and the end, when those before or behind have nothing to do. */
    private static double sustained(List<Deal> deals, Map<String, Long> arrived) {
        var seconds =
                new Percentiles(
                        deals.stream()
                                .map(deal -> arrived.getOrDefault(deal.milestone(), 0L) / 1e9)
                                .toList());
        return 0.8 * deals.size() / (seconds.at(90) - seconds.at(10));
    }

    private static Report report(Stack stack, Percentiles millis, double atOnce, double sustained) {
        return new Report(
                        "From approval to credited wallet, after "
                                + WARM_UP
                                + " to warm up: "
                                + PER_SECOND
                                + " per second, "
                                + PACED
                                + " approvals; then "
                                + AT_ONCE
                                + " from "
                                + CLIENTS
                                + " clients at once",
                        Machine.describe(stack))
                .figure("p50", millis.at(50), "ms", "aim: at most 30")
                .figure("p90", millis.at(90), "ms", "")
                .figure("p99", millis.at(99), "ms", "aim: at most 80")
                .figure("worst", millis.at(100), "ms", "")
                .figure("sustained", sustained, "/s", "aim: at least 200; the middle 80 %")
                .figure("at once", atOnce, "/s", "from the first sent to the last heard");
    }
}
