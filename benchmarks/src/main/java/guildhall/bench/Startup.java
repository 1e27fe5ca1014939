package guildhall.bench;

import guildhall.bench.Bench.Measurement;
import guildhall.stack.ConsoleProgress;
import guildhall.stack.Stack;
import java.io.PrintStream;
import java.util.List;

/** How long the whole platform takes to start on built jars, and how much memory it then takes. */
final class Startup implements Measurement {
    @Override
    public Report run(Stack stack, PrintStream out) throws InterruptedException {
        try (var progress = new ConsoleProgress(out)) {
            stack.down(List.of(), progress);
            var begin = System.nanoTime();
            stack.up(List.of(), progress);
            var seconds = (System.nanoTime() - begin) / 1e9;
            var report =
                    new Report("Start of everything, and its memory", Machine.describe(stack))
                            .figure("start, data there", seconds, "s", "aim: at most 45");
            long total = 0;
            for (var component : stack.status()) {
                var bytes = component.memory();
                total += bytes;
                report.figure("memory of " + component.name(), bytes / 1048576.0, "MiB", "RSS");
            }
            return report.figure("memory of all", total / 1048576.0, "MiB", "aim: at most 3072");
        }
    }
}
