package guildhall.stack.component;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns the structured logs of the services into lines for people. */
public final class LogLine {
    private static final int SUMMARY_LENGTH = 240;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    /** The first line of what {@link #readable} gives, cut to what a screen can take. */
    public static String summary(String line) {
        var first = readable(line).lines().findFirst().orElse("");
        return first.length() <= SUMMARY_LENGTH ? first : first.substring(0, SUMMARY_LENGTH) + "…";
    }

    /** Anything that is not an ECS document stays as it is. */
    public static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            var document = JSON.readTree(line);
            var stack = document.path("error").path("stack_trace").asString("");
            return "%s %-5s %s: %s%s"
                    .formatted(
                            time(document.path("@timestamp").asString("")),
                            text(document, "level"),
                            shortName(text(document, "logger")),
                            document.path("message").asString(""),
                            stack.isEmpty() ? "" : System.lineSeparator() + stack.stripTrailing());
        } catch (JacksonException e) {
            return line;
        }
    }

    private static String text(JsonNode document, String field) {
        return document.path("log").path(field).asString("");
    }

    private static String shortName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static String time(String timestamp) {
        try {
            return TIME.format(Instant.parse(timestamp));
        } catch (DateTimeException e) {
            return timestamp;
        }
    }

    private LogLine() {}
}
