package guildhall.testkit.openapi;

import guildhall.testkit.TestCaller;
import guildhall.testkit.openapi.GoodRequests.Good;
import guildhall.testkit.openapi.Operation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Bad values in path, query and headers. */
final class BadParameters {
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

    static List<Attempt> of(
            Operation operation, Good good, TestCaller caller, ApiDocument document) {
        return new BadParameters(operation, good, caller.token(), document).all();
    }

    private List<Attempt> all() {
        operation.parametersIn("path").forEach(this::path);
        operation.parametersIn("query").forEach(this::query);
        operation.parametersIn("header").stream()
                .filter(Parameter::required)
                .forEach(this::absentHeader);
        unknownIds();
        return attempts;
    }

    private void path(Parameter parameter) {
        var name = parameter.name();
        if (isId(parameter)) {
            add("no id in {" + name + "}", good.withPath(name, "not-an-id"), 400, 404);
        } else if (parameter.schema().has("enum")) {
            add("unknown {" + name + "}", good.withPath(name, "NO_SUCH_THING"), 400, 404);
        }
        add("far too long {" + name + "}", good.withPath(name, "x".repeat(1_000)), 400, 404, 414);
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
                if (name.equals("limit")) {
                    bad(parameter, "too large", good.withQuery(name, "100000"));
                }
            }
            case "boolean" -> bad(parameter, "no boolean", good.withQuery(name, "maybe"));
            case "string" -> text(parameter);
            default -> {
                // Anything goes, so nothing can be wrong.
            }
        }
    }

    private void text(Parameter parameter) {
        var name = parameter.name();
        var schema = parameter.schema();
        if (schema.has("enum")) {
            bad(parameter, "unknown constant", good.withQuery(name, "NO_SUCH_THING"));
        } else if (schema.path("format").asString("").equals("uuid")) {
            bad(parameter, "no UUID", good.withQuery(name, "not-a-uuid"));
        } else if (name.equals("after")) {
            bad(parameter, "no cursor", good.withQuery(name, "%%%"));
        } else {
            var most = schema.path("maxLength").asInt(3_000);
            bad(parameter, "too long", good.withQuery(name, "x".repeat(Math.min(most, 3_000) + 1)));
        }
    }

    /** A required If-Match that is missing is 428, any other header 400. */
    private void absentHeader(Parameter parameter) {
        var request = good.request().withoutHeader(parameter.name()).as(token);
        var expected = parameter.name().equalsIgnoreCase("If-Match") ? 428 : 400;
        attempts.add(
                new Attempt(
                        operation.name(), "no " + parameter.name() + " header", request, expected));
    }

    /** Somebody else's and nobody's look the same. Deleting what is not there may succeed. */
    private void unknownIds() {
        if (operation.parametersIn("path").stream().noneMatch(BadParameters::isId)) {
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
                        operation.name(),
                        "?" + parameter.name() + " " + mistake,
                        changed.request().as(token),
                        Set.of(400),
                        Optional.of(parameter.name())));
    }

    private void add(String mistake, Good changed, Integer... expected) {
        attempts.add(new Attempt(operation.name(), mistake, changed.request().as(token), expected));
    }

    private static boolean isId(Parameter parameter) {
        return parameter.schema().path("format").asString("").equals("uuid")
                || parameter.name().equals("id")
                || parameter.name().endsWith("Id");
    }
}
