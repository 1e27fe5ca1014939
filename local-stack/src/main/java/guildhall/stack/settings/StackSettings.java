package guildhall.stack.settings;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every port, limit and switch of the local stack. Later sources win: the defaults shipped with the
 * program, {@code .guildhall/config}, the environment, the command line.
 */
public final class StackSettings {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,7})(ms|s|m)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kKmMgG])");
    private static final Pattern SERVICE_VARIABLE = Pattern.compile("env\\.[a-z]+\\.[A-Z0-9_]+");
    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> values;

    private StackSettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Reads all sources and checks them as a whole, so that a typo is found before any start. */
    public static StackSettings load(
            StackHome home, Map<String, String> environment, Map<String, String> commandLine) {
        var values = defaults();
        overlay(values, configFile(home), home.config().toString());
        values.replaceAll((key, value) -> environment.getOrDefault(environmentName(key), value));
        overlay(values, commandLine, "the command line");
        var settings = new StackSettings(values);
        settings.check();
        return settings;
    }

    /** {@code port.kafka-controller} is {@code GUILDHALL_PORT_KAFKA_CONTROLLER}. */
    public static String environmentName(String key) {
        return "GUILDHALL_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    public String text(String key) {
        return Objects.requireNonNull(values.get(key), () -> "no setting " + key);
    }

    public int port(String component) {
        var key = "port." + component;
        var value = number(key);
        if (value < 1 || value > HIGHEST_PORT) {
            throw invalid(key, "a port from 1 to " + HIGHEST_PORT);
        }
        return value;
    }

    public int number(String key) {
        try {
            return Integer.parseUnsignedInt(text(key));
        } catch (NumberFormatException e) {
            throw invalid(key, "a whole number");
        }
    }

    public Duration duration(String key) {
        var match = DURATION.matcher(text(key));
        if (!match.matches()) {
            throw invalid(key, "a duration such as 500ms, 30s or 2m");
        }
        var count = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMinutes(count);
        };
    }

    /** In bytes. */
    public long size(String key) {
        var match = SIZE.matcher(text(key));
        if (!match.matches()) {
            throw invalid(key, "a size such as 192m or 1g");
        }
        var count = Long.parseLong(match.group(1));
        return switch (match.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> count << 10;
            case "m" -> count << 20;
            default -> count << 30;
        };
    }

    /** What the user adds to the environment of one service. */
    public Map<String, String> variablesOf(String service) {
        var prefix = "env." + service + ".";
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(
                        Collectors.toUnmodifiableMap(
                                entry -> entry.getKey().substring(prefix.length()),
                                Map.Entry::getValue));
    }

    public String bindAddress() {
        return text("bind.address");
    }

    public boolean productionJvm() {
        return "production".equals(text("jvm.profile"));
    }

    private void check() {
        for (var key : values.keySet()) {
            if (key.startsWith("port.")) {
                port(key.substring("port.".length()));
            } else if (key.startsWith("heap.") || key.equals("production.heap")) {
                size(key);
            } else if (key.endsWith(".timeout") || key.endsWith("-session-timeout")) {
                duration(key);
            }
        }
        size("log.max-size");
        number("start.parallel");
        number("postgres.max-connections");
        oneOf("jvm.profile", "fast", "production");
        oneOf("start.class-archive", "on", "off");
        oneOf("mongo.server", "auto", "built-in");
        everyPortOnce();
    }

    private void oneOf(String key, String first, String second) {
        if (!text(key).equals(first) && !text(key).equals(second)) {
            throw invalid(key, first + " or " + second);
        }
    }

    private void everyPortOnce() {
        var owners = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> {
            var other = key.startsWith("port.") ? owners.put(value, key) : null;
            if (other != null) {
                throw new InvalidSettings("%s and %s are both %s".formatted(other, key, value));
            }
        });
    }

    private InvalidSettings invalid(String key, String expected) {
        return new InvalidSettings(
                "%s is '%s', but must be %s".formatted(key, text(key), expected));
    }

    private static SequencedMap<String, String> defaults() {
        var properties = new Properties();
        try (var stream =
                        Objects.requireNonNull(
                                StackSettings.class.getResourceAsStream(
                                        "/guildhall/stack/defaults.properties"));
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var values = new LinkedHashMap<String, String>();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(key -> values.put(key, properties.getProperty(key).strip()));
        return values;
    }

    private static void overlay(
            Map<String, String> values, Map<String, String> changes, String source) {
        changes.forEach((key, value) -> {
            if (!values.containsKey(key) && !SERVICE_VARIABLE.matcher(key).matches()) {
                throw new InvalidSettings(
                        "%s: there is no setting '%s'%s"
                                .formatted(source, key, Suggestion.forTypo(key, values.keySet())));
            }
            values.put(key, value.strip());
        });
    }

    private static Map<String, String> configFile(StackHome home) {
        var values = new LinkedHashMap<String, String>();
        if (!Files.exists(home.config())) {
            return values;
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(home.config())) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettings("Cannot read %s: %s".formatted(home.config(), e));
        }
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }
}
