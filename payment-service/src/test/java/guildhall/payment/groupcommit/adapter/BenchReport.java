package guildhall.payment.groupcommit.adapter;

import guildhall.payment.groupcommit.adapter.LoadRun.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A table for people as it grows, and at the end a file for machines when one is asked for. */
final class BenchReport {
    private static final String LINE = "%-34s %10s %9s %9s %11s %11s%n";

    private final PrintStream out = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final List<Result> results = new ArrayList<>();
    private final String against;

    BenchReport(JdbcClient jdbc) {
        against =
                "PostgreSQL %s, fsync %s, synchronous_commit %s; %d cores; JVM %s"
                        .formatted(
                                setting(jdbc, "server_version"),
                                setting(jdbc, "fsync"),
                                setting(jdbc, "synchronous_commit"),
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("java.vm.version"));
        out.printf("%nEscrow releases, up to the committed answer%n%s%n%n", against);
        out.printf(LINE, "", "per second", "p50 ms", "p99 ms", "WAL bytes", "per commit");
    }

    private static String setting(JdbcClient jdbc, String name) {
        return jdbc.sql("select current_setting(?)").param(name).query(String.class).single();
    }

    void print(Result result) {
        results.add(result);
        out.printf(
                Locale.ROOT,
                LINE,
                result.name(),
                "%,.0f".formatted(result.perSecond()),
                millis(result.percentile(50)),
                millis(result.percentile(99)),
                known(result.walBytes(), (double) result.walBytes() / result.requests()),
                known(result.commits(), (double) result.requests() / result.commits()));
    }

    private static String millis(double value) {
        return Double.isNaN(value) ? "" : "%.1f".formatted(value);
    }

    private static String known(long value, double shown) {
        return value == Result.UNKNOWN ? "" : "%,.1f".formatted(shown);
    }

    /** The ratios, and the file named by {@code bench.json}. */
    void finish() throws IOException {
        out.printf(
                "%nGroup commit to naive: hot %.1f, uniform %.1f%n",
                ratio("hot"), ratio("uniform"));
        var file = System.getProperty("bench.json", "");
        if (!file.isBlank()) {
            Files.writeString(
                    Path.of(file),
                    JsonMapper.shared()
                            .writeValueAsString(
                                    Map.of(
                                            "against",
                                            against,
                                            "figures",
                                            results.stream().map(BenchReport::figure).toList())));
        }
    }

    private double ratio(String load) {
        return perSecond("group commit, " + load) / perSecond("naive, " + load);
    }

    private double perSecond(String name) {
        return results.stream()
                .filter(result -> result.name().startsWith(name))
                .mapToDouble(Result::perSecond)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Map<String, Object> figure(Result result) {
        var figure = new LinkedHashMap<String, Object>();
        figure.put("name", result.name());
        figure.put("perSecond", result.perSecond());
        if (!result.millis().isEmpty()) {
            figure.put("p50Millis", result.percentile(50));
            figure.put("p99Millis", result.percentile(99));
        }
        if (result.walBytes() != Result.UNKNOWN) {
            figure.put("walBytesPerRelease", (double) result.walBytes() / result.requests());
        }
        if (result.commits() != Result.UNKNOWN) {
            figure.put("releasesPerCommit", (double) result.requests() / result.commits());
        }
        return figure;
    }
}
