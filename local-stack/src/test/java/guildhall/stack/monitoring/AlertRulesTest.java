package guildhall.stack.monitoring;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Alerts and documentation speak of metrics that exist, and alerts of sections to read on in. */
class AlertRulesTest {
    private static final Path ROOT = Path.of("..");
    private static final String RULES = "deploy/monitoring/alerts.yaml";
    private static final String OPERATIONS = "docs/operations.md";

    private static final Pattern METRIC = Pattern.compile("guildhall(_[a-z]+)+");

    /** What the registry for Prometheus adds to the name of a meter. */
    private static final Pattern ADDED =
            Pattern.compile("(_seconds|_bytes)?(_total|_count|_sum|_bucket)?$");

    /** The name of a meter, or the beginning of several when it ends with a dot. */
    private static final Pattern METER = Pattern.compile("\"guildhall\\.([a-z-]+\\.[a-z.-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {RULES, OPERATIONS})
    void everyMetricIsOneThatAServiceExports(String file) {
        var meters = meters();

        assertThat(metrics(file))
                .contains("guildhall_process_unfinished")
                .allSatisfy(metric ->
                        assertThat(meters).anyMatch(meter -> isExportedAs(meter, metric)));
    }

    @Test
    void everyAlertSaysHowUrgentItIsAndWhereToReadOn() {
        var sections = sections();

        assertThat(alerts())
                .hasSizeGreaterThan(10)
                .allSatisfy(alert -> {
                    assertThat(alert.at("/labels/severity").asString()).isIn("page", "ticket");
                    assertThat(alert.at("/annotations/summary").asString()).isNotBlank();
                    assertThat(alert.at("/annotations/runbook").asString()).isIn(sections);
                })
                .extracting(alert -> alert.path("alert").asString())
                .doesNotHaveDuplicates();
    }

    private static List<JsonNode> alerts() {
        return new YAMLMapper()
                .readTree(text(ROOT.resolve(RULES)))
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    private static Set<String> metrics(String file) {
        return METRIC.matcher(text(ROOT.resolve(file)))
                .results()
                .map(MatchResult::group)
                .collect(toSet());
    }

    private static boolean isExportedAs(String meter, String metric) {
        var name = ADDED.matcher(metric).replaceFirst("");
        return meter.endsWith("_") ? name.startsWith(meter) : name.equals(meter);
    }

    private static Set<String> meters() {
        try (var modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::exists)
                    .flatMap(AlertRulesTest::sources)
                    .map(AlertRulesTest::text)
                    .flatMap(text -> METER.matcher(text).results())
                    .map(result -> "guildhall_" + result.group(1).replaceAll("[.-]", "_"))
                    .collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a browser finds them in the page. */
    private static Set<String> sections() {
        return text(ROOT.resolve(OPERATIONS))
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).toLowerCase(Locale.ROOT))
                .map(line -> "#" + line.replace(",", "").replace(' ', '-'))
                .collect(toSet());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
