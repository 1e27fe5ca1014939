package guildhall.testkit.openapi;

import guildhall.testkit.openapi.GoodRequests.Good;
import guildhall.testkit.openapi.Operation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Bad values in path, query and headers. */
final class BadParameters {
    private static final String UNKNOWN_CONSTANT = "NO_SUCH_THING";
    private static final int LONGEST_QUERY = 3_000;

    private final Operation operation;
    private final Good good;
    private final String token;
    private final ApiDocument document;
    private final List<Attempt> attempts = new ArrayList<>();

    private BadParameters(Operation operation, Good good, String token, ApiDocument document) {
        this.operation = operation;
        this.good = good;
        this.token = token;
        this.document = document;
    }

    static List<Attempt> of(Operation operation, Good good, String token, ApiDocument document) {
        return new BadParameters(operation, good, token, document).all();
    }

    private List<Attempt> all() {
        operation.parametersIn("path").forEach(this::path);
        operation.parametersIn("query").forEach(this::query);
        operation.parametersIn("header").forEach(this::header);
        unknownIds();
        return attempts;
    }

    private void path(Parameter parameter) {
        var name = parameter.name();
        if (parameter.isId()) {
            add("no id in {" + name + "}", good.withPath(name, "not-an-id"), 400, 404);
        } else if (parameter.schema().has("enum")) {
            add("unknown {" + name + "}", good.withPath(name, UNKNOWN_CONSTANT), 400, 404);
        } else if (name.equals("currency")) {
            add("unknown {" + name + "}", good.withPath(name, "XQZ"), 400, 404);
        }
        add("far too long {" + name + "}", good.withPath(name, "x".repeat(1_000)), 400, 404, 414);
        add("NUL in {" + name + "}", good.withPath(name, "a\0b"), 400, 404);
    }

    private void query(Parameter parameter) {
        var name = parameter.name();
        if (parameter.required()) {
            bad(parameter, "missing", good.withoutQuery(name));
        }
        switch (document.typeOf(parameter.schema())) {
            case "integer", "number" -> {
                bad(parameter, "no number", good.withQuery(name, "many"));
                bad(parameter, "negative", good.withQuery(name, "-1"));
                bad(parameter, "beyond 64 bits", good.withQuery(name, "9".repeat(20)));
                if (name.equals("limit")) {
                    bad(parameter, "too large", good.withQuery(name, "100000"));
                }
            }
            case "boolean" -> bad(parameter, "no boolean", good.withQuery(name, "maybe"));
            case "array" -> text(parameter, document.resolve(parameter.schema().path("items")));
            case "string" -> text(parameter, parameter.schema());
            default -> {
                // Anything goes, so nothing can be wrong.
            }
        }
    }

    private void text(Parameter parameter, JsonNode schema) {
        var name = parameter.name();
        if (schema.has("enum")) {
            bad(parameter, "unknown constant", good.withQuery(name, UNKNOWN_CONSTANT));
            return;
        }
        switch (schema.path("format").asString("")) {
            case "uuid" -> bad(parameter, "no UUID", good.withQuery(name, "not-a-uuid"));
            case "date-time" -> {
                bad(parameter, "no instant", good.withQuery(name, "tomorrow"));
                harmless(parameter, "the end of time", "+999999999-12-31T23:59:59Z");
                harmless(parameter, "before all time", "-999999999-01-01T00:00:00Z");
            }
            case "duration" -> {
                bad(parameter, "no duration", good.withQuery(name, "a while"));
                harmless(parameter, "longer than all time", "P106751991167300D");
            }
            default -> words(parameter, schema.path("maxLength").asInt(LONGEST_QUERY));
        }
    }

    private void words(Parameter parameter, int most) {
        var name = parameter.name();
        if (name.equals("after")) {
            bad(parameter, "no cursor", good.withQuery(name, "%%%"));
        } else {
            var tooLong = "x".repeat(Math.min(most, LONGEST_QUERY) + 1);
            bad(parameter, "too long", good.withQuery(name, tooLong));
        }
        harmless(parameter, "NUL", "a\0b");
    }

    /** A required If-Match that is missing is 428, any other header 400. */
    private void header(Parameter parameter) {
        var name = parameter.name();
        var isIfMatch = name.equalsIgnoreCase("If-Match");
        var request = good.request().as(token);
        if (parameter.required()) {
            var expected = isIfMatch ? 428 : 400;
            attempts.add(
                    new Attempt(
                            operation,
                            "no " + name,
                            request.withoutHeader(name),
                            Set.of(expected),
                            isIfMatch ? Optional.empty() : Optional.of(name)));
        }
        var most = parameter.schema().path("maxLength").asInt(LONGEST_QUERY);
        // Whether If-Match fits is asked of what is there; a stream is no JSON.
        attempts.add(
                new Attempt(
                        operation,
                        name + " too long",
                        request.withHeader(name, "x".repeat(most + 1)),
                        isIfMatch ? Set.of(400, 404, 412) : Set.of(400, 406),
                        Optional.of(name)));
    }

    /** Somebody else's and nobody's look the same. Deleting what is not there may succeed. */
    private void unknownIds() {
        if (!operation.isAboutOneThing()) {
            return;
        }
        if (operation.method().equals("DELETE")) {
            add("ids of nothing", good, 403, 404, 204);
        } else {
            add("ids of nothing", good, 403, 404);
        }
    }

    private void bad(Parameter parameter, String mistake, Good changed) {
        attempts.add(
                new Attempt(
                        operation,
                        "?" + parameter.name() + " " + mistake,
                        changed.request().as(token),
                        Set.of(400),
                        Optional.of(parameter.name())));
    }

    /** Unusual, but a service may know what to do with it. */
    private void harmless(Parameter parameter, String mistake, String value) {
        add("?" + parameter.name() + " " + mistake, good.withQuery(parameter.name(), value));
    }

    private void add(String mistake, Good changed, Integer... expected) {
        attempts.add(new Attempt(operation, mistake, changed.request().as(token), expected));
    }
}
