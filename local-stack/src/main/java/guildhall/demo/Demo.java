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

/** {@code ./guildhall demo [--chaos]}. */
public final class Demo {
    public static void main(String[] words) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (!List.of(words).stream().allMatch("--chaos"::equals)) {
            out.println("usage: guildhall demo [--chaos]");
            System.exit(2);
        }
        System.exit(run(words.length > 0, out) ? 0 : 1);
    }

    private static boolean run(boolean chaos, PrintStream out) throws InterruptedException {
        var stack = Stack.open(Map.of());
        try (var progress = new ConsoleProgress(out)) {
            stack.up(List.of(), progress);
        } catch (ComponentFailure failed) {
            out.println(failed.getMessage());
            return false;
        }
        var begin = Instant.now();
        try (var story = new Story(stack, new Screen(out), new Trouble(stack, chaos, out))) {
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
