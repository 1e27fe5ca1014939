package guildhall.bench;

import guildhall.stack.Arguments;
import guildhall.stack.ConsoleProgress;
import guildhall.stack.Stack;
import guildhall.stack.component.ComponentFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./guildhall bench NAME [--json FILE]}. */
public final class Bench {
    /** One measurement. */
    interface Measurement {
        /** The components that must run before; none named means all. */
        default List<String> needs() {
            return List.of();
        }

        Report run(Stack stack, PrintStream out) throws InterruptedException;
    }

    private static final Map<String, Measurement> ALL =
            new TreeMap<>(
                    Map.of(
                            "startup", new Startup(),
                            "approval", new ApprovalToCredit(),
                            "flows", new HireToPaid(),
                            "gateway", new GatewayThroughput(),
                            "crash", new CrashTest()));

    public static void main(String[] words) throws InterruptedException, IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var arguments = Arguments.parse(words);
        var measurement = ALL.get(arguments.command());
        if (measurement == null || arguments.names().size() != (arguments.has("--json") ? 1 : 0)) {
            out.println("usage: guildhall bench NAME [--json FILE]; there are: " + ALL.keySet());
            System.exit(2);
            return;
        }
        var stack = Stack.open(settings(arguments));
        try (var progress = new ConsoleProgress(out)) {
            stack.up(measurement.needs(), progress);
        } catch (ComponentFailure failed) {
            out.println(failed.getMessage());
            System.exit(1);
        }
        var report = measurement.run(stack, out);
        out.println(report.table());
        if (arguments.has("--json")) {
            Files.writeString(Path.of(arguments.names().getFirst()), report.json() + "\n");
        }
        System.exit(report.passed() ? 0 : 1);
    }

    /**
     * Released money waits as long as in production, or else payment-service would clear it in the
     * middle of a measurement. It only counts when payment-service is not running yet.
     */
    private static Map<String, String> settings(Arguments arguments) {
        var settings = new LinkedHashMap<>(Map.of("env.payment.SAFETY_WINDOW", "7d"));
        settings.putAll(arguments.settings());
        return settings;
    }

    private Bench() {}
}
