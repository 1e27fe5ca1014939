package guildhall.bench;

import guildhall.bench.Bench.Measurement;
import guildhall.client.Api;
import guildhall.client.ClientFailure;
import guildhall.client.Person;
import guildhall.stack.Stack;
import guildhall.stack.component.ComponentFailure;
import guildhall.stack.component.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Deals from posted job to paid milestone while every service, the broker and PostgreSQL are killed
 * (kill -9) and started again in turn. In the end nothing that was acknowledged may be lost,
 * nothing done twice, every message handled, and the books must balance.
 */
final class CrashTest implements Measurement {
    private static final int FLOWS = 200;
    private static final int PAIRS = 20;

    /** As many as it takes until everything was killed, but no more than can be paid. */
    private static final int MOST_WAVES = 12;

    private static final Duration BETWEEN = Duration.ofSeconds(4);
    private static final List<String> PROCESS_OWNERS =
            List.of("job", "contract", "payment", "review");

    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger unfinished = new AtomicInteger();

    @Override
    public Report run(Stack stack, PrintStream out) throws InterruptedException {
        out.println("Preparing " + PAIRS + " clients and talents ...");
        var market = new Market(stack, PAIRS, MOST_WAVES * FLOWS / PAIRS);
        var victims = victims(stack);
        var ended = new AtomicBoolean();
        var killer =
                Thread.ofPlatform().name("killer").start(() -> kill(stack, victims, ended, out));
        var begin = System.nanoTime();
        int waves = 0;
        while (waves == 0 || (waves < MOST_WAVES && kills.get() < victims.size())) {
            out.println("Running " + FLOWS + " deals while everything is killed in turn ...");
            wave(market, waves, out);
            waves++;
        }
        ended.set(true);
        killer.join();
        var seconds = (System.nanoTime() - begin) / 1e9;
        try (var backlog = new Backlog(stack)) {
            settle(backlog, out);
            return verify(stack, market, backlog, waves * FLOWS, seconds);
        }
    }

    private static void settle(Backlog backlog, PrintStream out) {
        try {
            backlog.awaitEnd();
        } catch (ClientFailure hanging) {
            out.println("  " + hanging.getMessage());
        }
    }

    private void wave(Market market, int wave, PrintStream out) {
        try (var workers = Executors.newFixedThreadPool(FLOWS)) {
            for (int number = 0; number < FLOWS; number++) {
                var deal = wave * FLOWS + number;
                workers.execute(() -> attempt(market, deal, out));
            }
        }
    }

    /** Those first that everybody needs, while there is most to do. */
    private static List<String> victims(Stack stack) {
        var victims = new ArrayList<>(List.of("kafka", "postgres"));
        victims.addAll(stack.services());
        return List.copyOf(victims);
    }

    private void attempt(Market market, int deal, PrintStream out) {
        try {
            HireToPaid.whole(market, deal);
        } catch (ClientFailure failed) {
            unfinished.incrementAndGet();
            out.println("  deal " + deal + ": " + failed.getMessage());
        }
    }

    private void kill(Stack stack, List<String> victims, AtomicBoolean ended, PrintStream out) {
        try {
            while (!ended.get()) {
                for (var victim : victims) {
                    if (!ended.get()) {
                        stack.kill9(victim);
                        kills.incrementAndGet();
                        startAgain(stack, victim, out);
                        TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** On a machine this busy a start may take longer than it should. */
    private static void startAgain(Stack stack, String victim, PrintStream out)
            throws InterruptedException {
        while (true) {
            try {
                stack.start(victim, Progress.silent());
                out.println("  killed and restarted " + victim);
                return;
            } catch (ComponentFailure failed) {
                out.println("  " + victim + ": " + failed.getMessage());
            }
        }
    }

    private Report verify(Stack stack, Market market, Backlog backlog, int deals, double seconds) {
        var staff =
                new Person(
                        new Api(stack.url("gateway")),
                        "staff",
                        stack.adminEmail(),
                        stack.adminPassword());
        staff.logIn();
        var paidDeals = (long) (deals - unfinished.get());
        var spent = new AtomicLong();
        var escrowed = new AtomicLong();
        var earned = new AtomicLong();
        market.clients()
                .forEach(client -> {
                    spent.addAndGet(
                            MOST_WAVES * FLOWS / PAIRS * Market.PRICE
                                    - client.wallet("available")
                                    - client.wallet("escrowed"));
                    escrowed.addAndGet(client.wallet("escrowed"));
                });
        market.talents().forEach(talent -> earned.addAndGet(credits(talent)));
        var balance = staff.get("/v1/ledger/trial-balance");
        return new Report(
                        deals + " deals under kill -9, " + FLOWS + " at once",
                        Machine.describe(stack))
                .figure("took", seconds, "s", "")
                .figure("kills", kills.get(), "", "every service, broker, PostgreSQL in turn")
                .mustBeZero("deals lost", unfinished.get())
                .mustBeZero(
                        "cents clients paid too much or too little",
                        spent.get() - paidDeals * Market.PRICE)
                .mustBeZero("cents left in escrow", escrowed.get())
                .mustBeZero("credits missing or doubled", earned.get() - paidDeals)
                .mustBeZero("ledger difference", balance.path("difference").asLong())
                .mustBeZero("services whose messages do not leave", backlog.unsent())
                .mustBeZero("messages that are not handled", backlog.unhandled())
                .mustBeZero("stuck processes", stuck(staff))
                .mustBeZero("dead letters", deadLetters(stack, staff));
    }

    /** How often the talent was credited. */
    private static long credits(Person talent) {
        long credits = 0;
        var place = "";
        do {
            var page = talent.get("/v1/wallets/USD/statement?limit=100" + place);
            credits +=
                    page.path("items")
                            .valueStream()
                            .filter(line -> line.path("account").asString().equals("PENDING"))
                            .filter(line -> line.path("direction").asString().equals("IN"))
                            .count();
            var next = page.path("next").asString("");
            place = next.isEmpty() ? "" : "&after=" + next;
        } while (!place.isEmpty());
        return credits;
    }

    private static long stuck(Person staff) {
        return PROCESS_OWNERS.stream()
                .mapToLong(service ->
                        staff.get("/v1/operations/" + service + "/processes?status=STUCK")
                                .path("items")
                                .size())
                .sum();
    }

    private static long deadLetters(Stack stack, Person staff) {
        return stack.servicesBehindTheGateway().stream()
                .mapToLong(service ->
                        staff.get("/v1/operations/" + service + "/dead-letters?state=DEAD")
                                .path("items")
                                .size())
                .sum();
    }
}
