package guildhall.testkit.openapi;

import guildhall.testkit.TestCaller;
import guildhall.testkit.openapi.Attempt.Request;
import guildhall.testkit.openapi.GoodRequests.Good;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A good body with one thing wrong in it, for every thing that can be wrong. */
final class BadBodies {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** More than any text field of a marketplace needs. */
    private static final int FAR_TOO_LONG = 200_000;

    private final Operation operation;
    private final Request request;
    private final ApiDocument document;
    private final JsonNode body;
    private final List<Attempt> attempts = new ArrayList<>();

    private BadBodies(Operation operation, Request request, ApiDocument document) {
        this.operation = operation;
        this.request = request;
        this.document = document;
        this.body = MAPPER.readTree(request.body().orElseThrow());
    }

    static List<Attempt> of(
            Operation operation, Good good, TestCaller caller, ApiDocument document) {
        return operation
                .body()
                .map(schema ->
                        new BadBodies(operation, good.request().as(caller.token()), document)
                                .all(schema))
                .orElseGet(List::of);
    }

    private List<Attempt> all(JsonNode schema) {
        whole("no body", "");
        whole("JSON that breaks off", "{\"broken\": ");
        whole("a list where an object is wanted", "[1, 2, 3]");
        whole("null", "null");
        attempts.add(
                new Attempt(
                        operation.name(),
                        "plain text",
                        request.withHeader("Content-Type", "text/plain").withBody("hello"),
                        415));
        object("", schema);
        return attempts;
    }

    private void whole(String mistake, String text) {
        attempts.add(new Attempt(operation.name(), mistake, request.withBody(text), 400));
    }

    private void object(String pointer, JsonNode schema) {
        schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .forEach(name -> without(pointer, name));
        for (var property : schema.path("properties").properties()) {
            field(pointer + "/" + property.getKey(), document.resolve(property.getValue()));
        }
    }

    private void field(String pointer, JsonNode schema) {
        if (body.at(pointer).isMissingNode() || schema.path("readOnly").asBoolean(false)) {
            return;
        }
        switch (document.typeOf(schema)) {
            case "object" -> {
                with(pointer, "text for an object", JSON.stringNode("text"));
                object(pointer, schema);
            }
            case "array" -> {
                with(pointer, "text for a list", JSON.stringNode("text"));
                field(pointer + "/0", document.resolve(schema.path("items")));
            }
            case "integer", "number" -> {
                with(pointer, "text for a number", JSON.stringNode("many"));
                numbers(pointer, schema);
            }
            case "boolean" -> with(pointer, "text for a boolean", JSON.stringNode("maybe"));
            case "string" -> {
                with(pointer, "an object for text", JSON.objectNode().put("a", 1));
                texts(pointer, schema);
            }
            default -> {
                // Anything goes, so nothing can be wrong.
            }
        }
    }

    private void numbers(String pointer, JsonNode schema) {
        var isAmount = pointer.endsWith("/amount") && body.at(parent(pointer)).has("currency");
        if (isAmount) {
            with(pointer, "a negative amount", JSON.numberNode(-1));
            with(
                    pointer,
                    "an amount beyond 64 bits",
                    JSON.numberNode(new BigInteger("9".repeat(30))));
        }
        if (schema.has("minimum")) {
            with(pointer, "too small", JSON.numberNode(schema.path("minimum").asLong(0) - 1));
        }
        if (schema.has("maximum") && schema.path("maximum").asLong(0) < Long.MAX_VALUE) {
            with(pointer, "too large", JSON.numberNode(schema.path("maximum").asLong(0) + 1));
        }
    }

    private void texts(String pointer, JsonNode schema) {
        if (pointer.endsWith("/currency")) {
            with(pointer, "an unknown currency", JSON.stringNode("XQZ"));
        } else if (schema.has("enum")) {
            with(pointer, "an unknown constant", JSON.stringNode("NO_SUCH_THING"));
        } else if (schema.path("format").asString("").equals("uuid")) {
            with(pointer, "no UUID", JSON.stringNode("not-a-uuid"));
        } else if (schema.path("format").asString("").equals("date-time")) {
            with(pointer, "no instant", JSON.stringNode("tomorrow"));
        } else {
            tooLong(pointer, schema);
        }
        if (schema.path("minLength").asInt(0) > 0) {
            with(pointer, "empty", JSON.stringNode(""));
        }
    }

    /** Where the document gives no limit, the limit of the whole body may be what strikes. */
    private void tooLong(String pointer, JsonNode schema) {
        if (schema.has("maxLength")) {
            var most = schema.path("maxLength").asInt(0);
            with(pointer, "too long", JSON.stringNode("x".repeat(most + 1)));
        } else {
            var changed = changed(pointer, JSON.stringNode("x".repeat(FAR_TOO_LONG)));
            add(pointer, "far too long, and no maxLength is documented", changed, Set.of(400, 413));
        }
    }

    private void with(String pointer, String mistake, JsonNode value) {
        add(pointer, mistake, changed(pointer, value), Set.of(400));
    }

    private JsonNode changed(String pointer, JsonNode value) {
        var changed = body.deepCopy();
        var last = pointer.substring(pointer.lastIndexOf('/') + 1);
        switch (changed.at(parent(pointer))) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode array -> array.set(Integer.parseInt(last), value);
            default -> throw new IllegalStateException("Nothing at " + pointer + " in " + body);
        }
        return changed;
    }

    private void without(String parent, String name) {
        if (body.at(parent) instanceof ObjectNode) {
            var absent = body.deepCopy();
            ((ObjectNode) absent.at(parent)).remove(name);
            add(parent + "/" + name, "missing", absent, Set.of(400));
            with(parent + "/" + name, "null", JSON.nullNode());
        }
    }

    private void add(String pointer, String mistake, JsonNode changed, Set<Integer> expected) {
        attempts.add(
                new Attempt(
                        operation.name(),
                        pointer + " " + mistake,
                        request.withBody(changed.toString()),
                        expected,
                        Optional.of(pointer)));
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }
}
