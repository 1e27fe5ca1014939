package guildhall.stack;

import guildhall.stack.component.LogFile;
import guildhall.stack.component.LogLine;
import guildhall.stack.settings.StackHome;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Shows the end of log files, and what is added to them. */
final class LogView {
    private static final int LINES_OF_ONE = 100;
    private static final int LINES_OF_EACH = 10;
    private static final Duration POLL = Duration.ofMillis(200);

    private final StackHome home;
    private final PrintStream out;
    private final boolean raw;

    LogView(StackHome home, PrintStream out, boolean raw) {
        this.home = home;
        this.out = out;
        this.raw = raw;
    }

    void show(List<String> components, boolean follow) throws IOException, InterruptedException {
        var tails = new ArrayList<Tail>();
        for (var component : components) {
            var tail = new Tail(component, home.log(component));
            var lines = components.size() == 1 ? LINES_OF_ONE : LINES_OF_EACH;
            tail.skipToEnd();
            print(tail, new LogFile(tail.path).tail(lines), components.size() > 1);
            tails.add(tail);
        }
        while (follow) {
            for (var tail : tails) {
                print(tail, tail.newLines(), components.size() > 1);
            }
            Thread.sleep(POLL);
        }
    }

    private void print(Tail tail, List<String> lines, boolean named) {
        for (var line : lines) {
            var text = raw ? line : LogLine.readable(line);
            out.println(named ? "%-13s %s".formatted(tail.component, text) : text);
        }
    }

    /** Where reading a growing file has come to. */
    private static final class Tail {
        private final String component;
        private final Path path;
        private long position;

        private Tail(String component, Path path) {
            this.component = component;
            this.path = path;
        }

        private void skipToEnd() throws IOException {
            position = Files.exists(path) ? Files.size(path) : 0;
        }

        /** Complete lines only; begins again when the file was put aside for a new one. */
        private List<String> newLines() throws IOException {
            if (!Files.exists(path)) {
                return List.of();
            }
            try (var file = new RandomAccessFile(path.toFile(), "r")) {
                position = file.length() < position ? 0 : position;
                file.seek(position);
                var bytes = new byte[(int) Math.min(file.length() - position, 1 << 20)];
                file.readFully(bytes);
                var text = new String(bytes, StandardCharsets.UTF_8);
                var end = text.lastIndexOf('\n') + 1;
                var complete = text.substring(0, end);
                position += complete.getBytes(StandardCharsets.UTF_8).length;
                return complete.lines().toList();
            }
        }
    }
}
