package guildhall.demo;

import guildhall.client.ClientFailure;
import guildhall.stack.ConsoleProgress;
import guildhall.stack.Stack;
import guildhall.stack.component.ComponentFailure;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./guildhall demo [--chaos] [--outage]}. */
public final class Demo {
    private static final String CHAOS = "--chaos";
    private static final String OUTAGE = "--outage";
    private static final Set<String> WISHES = Set.of(CHAOS, OUTAGE);

    public static void main(String[] words) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var wishes = Set.copyOf(List.of(words));
        if (!WISHES.containsAll(wishes)) {
            out.println("usage: guildhall demo [--chaos] [--outage]");
            System.exit(2);
        }
        System.exit(run(wishes, out) ? 0 : 1);
    }

    private static boolean run(Set<String> wishes, PrintStream out) throws InterruptedException {
        var stack = Stack.open(Map.of());
        try (var progress = new ConsoleProgress(out)) {
            stack.up(List.of(), progress);
        } catch (ComponentFailure failed) {
            out.println(failed.getMessage());
            return false;
        }
        var begin = Instant.now();
        var trouble = new Trouble(stack, wishes.contains(CHAOS), out);
        var outage = new Outage(stack, wishes.contains(OUTAGE), out);
        try (var story = new Story(stack, new Screen(out), trouble, outage)) {
            story.tell();
            out.println();
            out.println("The story ended well after " + seconds(begin) + ".");
            return true;
        } catch (ClientFailure failed) {
            out.println();
            out.println("The story failed: " + failed.getMessage());
            out.println("See './guildhall status' and './guildhall logs'.");
            return false;
        }
    }

    private static String seconds(Instant begin) {
        return "%.1f s".formatted(Duration.between(begin, Instant.now()).toMillis() / 1_000.0);
    }

    private Demo() {}
}
