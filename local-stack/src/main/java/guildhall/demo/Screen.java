package guildhall.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Tells the story to whoever watches: who did what, what came of it, how long it took. */
final class Screen {
    private final PrintStream out;
    private long last = System.nanoTime();

    Screen(PrintStream out) {
        this.out = out;
    }

    synchronized void chapter(String title) {
        out.println();
        out.println("== " + title);
        last = System.nanoTime();
    }

    /** One step; the time is what passed since the one before. */
    synchronized void step(String who, String what, String result) {
        var now = System.nanoTime();
        var took = Duration.ofNanos(now - last);
        last = now;
        out.printf(Locale.ROOT, "  %-8s %-50s %-46s %6d ms%n", who, what, result, took.toMillis());
    }

    synchronized void line(String text) {
        out.println("           " + text);
    }

    static String usd(long cents) {
        return String.format(Locale.ROOT, "%,.2f USD", cents / 100.0);
    }

    /** {@code 500.00 USD}. */
    static String money(JsonNode money) {
        return String.format(
                Locale.ROOT,
                "%,.2f %s",
                money.path("amount").asLong() / 100.0,
                money.path("currency").asString());
    }
}
