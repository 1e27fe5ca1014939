package guildhall.bench;

import guildhall.bench.Bench.Measurement;
import guildhall.stack.Stack;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Executors;

/** Whole deals, from the posted job to the paid milestone, as many at once as there are people. */
final class HireToPaid implements Measurement {
    private static final int PAIRS = 8;
    private static final int FLOWS = 200;

    @Override
    public Report run(Stack stack, PrintStream out) {
        out.println("Preparing " + PAIRS + " clients and talents ...");
        var market = new Market(stack, PAIRS, FLOWS / PAIRS);
        out.println("Running " + FLOWS + " deals, " + PAIRS + " at a time ...");
        var millis = Collections.synchronizedList(new ArrayList<Double>());
        var begin = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(PAIRS)) {
            for (int number = 0; number < FLOWS; number++) {
                var deal = number;
                workers.execute(() -> {
                    var start = System.nanoTime();
                    whole(market, deal);
                    millis.add((System.nanoTime() - start) / 1e6);
                });
            }
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        var percentiles = new Percentiles(millis);
        return new Report(
                        "Deals from posted job to paid milestone, " + PAIRS + " at a time",
                        Machine.describe(stack))
                .figure("deals per second", millis.size() / seconds, "/s", "")
                .figure("p50", percentiles.at(50), "ms", "")
                .figure("p99", percentiles.at(99), "ms", "")
                .mustBeZero("deals that did not end", FLOWS - millis.size());
    }

    static void whole(Market market, int number) {
        var deal = market.funded(number, market.hire(number));
        market.deliver(deal);
        market.approve(deal);
        market.awaitPaid(deal);
    }
}
