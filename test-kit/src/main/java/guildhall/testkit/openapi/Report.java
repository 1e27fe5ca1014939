package guildhall.testkit.openapi;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came of all attempts. */
public final class Report {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EXCERPT = 300;

    /** Pieces of text that only the inside of a service produces. */
    private static final List<String> LEAKS =
            List.of("Exception", "org.springframework", "\tat ", "SQLSTATE", "java.lang.");

    /** What any endpoint may answer before it looks at the request: nobody documents it. */
    private static final Set<Integer> EVERYWHERE = Set.of(405, 406, 413, 414, 415);

    private final int operations;
    private final List<String> findings = new ArrayList<>();
    private int attempts;

    Report(int operations) {
        this.operations = operations;
        if (operations == 0) {
            findings.add("The OpenAPI document names no operation");
        }
    }

    void add(String operation, String finding) {
        findings.add(operation + ": " + finding);
    }

    void judge(Attempt attempt, HttpResponse<String> response) {
        attempts++;
        var complaints = complaints(attempt, response);
        if (!complaints.isEmpty()) {
            findings.add(
                    "%s: %s%n    %s%n    got %d %s"
                            .formatted(
                                    attempt.operation().name(),
                                    attempt.mistake(),
                                    String.join("; ", complaints),
                                    response.statusCode(),
                                    excerpt(response.body())));
        }
    }

    public int attempts() {
        return attempts;
    }

    public List<String> findings() {
        return List.copyOf(findings);
    }

    /**
     * @throws AssertionError listing everything that was wrong
     */
    public void assertClean() {
        if (!findings.isEmpty()) {
            throw new AssertionError(toString());
        }
    }

    @Override
    public String toString() {
        return Stream.concat(
                        Stream.of(
                                "%d operations, %d bad requests, %d findings"
                                        .formatted(operations, attempts, findings.size())),
                        findings.stream())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static List<String> complaints(Attempt attempt, HttpResponse<String> response) {
        var status = response.statusCode();
        if (!attempt.accepts(status)) {
            return List.of(
                    attempt.expected().isEmpty()
                            ? "expected no failure of the service"
                            : "expected " + attempt.expected().stream().sorted().toList());
        }
        if (status < 400) {
            return List.of();
        }
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/problem+json")) {
            return List.of("expected application/problem+json but is \"" + type + "\"");
        }
        try {
            return complaints(attempt, status, JSON.readTree(response.body()));
        } catch (JacksonException unreadable) {
            return List.of("the body is no JSON");
        }
    }

    private static List<String> complaints(Attempt attempt, int status, JsonNode problem) {
        var complaints = new ArrayList<String>();
        if (problem.path("status").asInt(0) != status) {
            complaints.add("the problem's status differs");
        }
        if (problem.path("type").asString("").isBlank()) {
            complaints.add("the problem has no type");
        }
        if (!EVERYWHERE.contains(status) && !attempt.operation().answers().contains(status)) {
            complaints.add("the document does not name this status");
        }
        if (LEAKS.stream().anyMatch(problem.toString()::contains)) {
            complaints.add("something internal leaks");
        }
        attempt.field()
                .filter(field -> status == 400 && !names(problem, field))
                .ifPresent(field -> complaints.add("errors[] does not name " + field));
        return complaints;
    }

    private static boolean names(JsonNode problem, String field) {
        return problem.path("errors")
                .valueStream()
                .anyMatch(error ->
                        error.path("parameter").asString("").equals(field)
                                || covers(error.path("pointer").asString(""), field));
    }

    /** A pointer to the field or to what it is part of, with or without a number sign before it. */
    private static boolean covers(String fragment, String field) {
        var pointer = fragment.startsWith("#") ? fragment.substring(1) : fragment;
        return !pointer.isEmpty() && (pointer.equals(field) || field.startsWith(pointer + "/"));
    }

    private static String excerpt(String body) {
        return body.length() <= EXCERPT ? body : body.substring(0, EXCERPT) + "…";
    }
}
