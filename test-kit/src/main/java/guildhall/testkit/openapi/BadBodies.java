package guildhall.testkit.openapi;

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

    /** More than any list in a request holds. */
    private static final int FAR_TOO_MANY = 5_000;

    /** Half of a character: JSON can spell it, UTF-8 cannot. */
    private static final String LONE_SURROGATE = "\ud800";

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

    static List<Attempt> of(Operation operation, Good good, String token, ApiDocument document) {
        return operation
                .body()
                .map(schema ->
                        new BadBodies(operation, good.request().as(token), document).all(schema))
                .orElseGet(List::of);
    }

    private List<Attempt> all(JsonNode schema) {
        whole("no body", "");
        whole("JSON that breaks off", "{\"broken\": ");
        whole("a list where an object is wanted", "[1, 2, 3]");
        whole("null", "null");
        attempts.add(
                new Attempt(
                        operation,
                        "plain text",
                        request.withHeader("Content-Type", "text/plain").withBody("hello"),
                        415));
        object("", schema);
        return attempts;
    }

    private void whole(String mistake, String text) {
        attempts.add(new Attempt(operation, mistake, request.withBody(text), 400));
    }

    private void object(String pointer, JsonNode schema) {
        schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .forEach(name -> without(pointer, name));
        for (var property : schema.path("properties").properties()) {
            field(pointer + "/" + property.getKey(), document.resolve(property.getValue()));
        }
        if (!schema.has("additionalProperties")) {
            with(pointer + "/noSuchField", "an unknown field", JSON.booleanNode(true));
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
                with(pointer + "/0", "null in a list", JSON.nullNode());
                tooMany(pointer, schema);
                field(pointer + "/0", document.resolve(schema.path("items")));
            }
            case "integer", "number" -> {
                with(pointer, "text for a number", JSON.stringNode("many"));
                with(pointer, "a number in quotes", JSON.stringNode("1"));
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
        }
        if (document.typeOf(schema).equals("integer")) {
            with(pointer, "beyond 64 bits", JSON.numberNode(new BigInteger("9".repeat(30))));
            with(pointer, "a fraction", JSON.numberNode(1.5));
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
            harmless(pointer, "the end of time", JSON.stringNode("+999999999-12-31T23:59:59Z"));
        } else {
            tooLong(pointer, schema);
            harmless(pointer, "NUL", JSON.stringNode("a\0b"));
            harmless(pointer, "half a character", JSON.stringNode("a" + LONE_SURROGATE));
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

    private void tooMany(String pointer, JsonNode schema) {
        if (body.at(pointer) instanceof ArrayNode items && !items.isEmpty()) {
            var documented = schema.has("maxItems");
            var count = documented ? schema.path("maxItems").asInt(0) + 1 : FAR_TOO_MANY;
            var many = JSON.arrayNode();
            for (var i = 0; i < count; i++) {
                many.add(items.path(0));
            }
            var expected = documented ? Set.of(400) : Set.of(400, 413);
            add(pointer, count + " items", changed(pointer, many), expected);
        }
    }

    /** Unusual, but a service may know what to do with it. */
    private void harmless(String pointer, String mistake, JsonNode value) {
        add(pointer, mistake, changed(pointer, value), Set.of());
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
                        operation,
                        pointer + " " + mistake,
                        request.withBody(spelled(changed)),
                        expected,
                        Optional.of(pointer)));
    }

    private static String spelled(JsonNode body) {
        return body.toString().replace(LONE_SURROGATE, "\\ud800");
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }
}
