package guildhall.testkit.openapi;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A value that a schema allows: its own example, or the simplest that fits. */
final class Examples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int DEEPEST = 6;

    private final ApiDocument document;

    Examples(ApiDocument document) {
        this.document = document;
    }

    JsonNode of(String name, JsonNode schema) {
        return of(name, schema, 0);
    }

    private JsonNode of(String name, JsonNode unresolved, int depth) {
        var schema = document.resolve(unresolved);
        return given(schema)
                .orElseGet(() ->
                        switch (document.typeOf(schema)) {
                            case "object" -> object(schema, depth);
                            case "array" -> array(name, schema, depth);
                            case "integer", "number" -> number(schema);
                            case "boolean" -> JSON.booleanNode(true);
                            case "null" -> JSON.nullNode();
                            default -> JSON.stringNode(text(name, schema));
                        });
    }

    /** Springdoc writes examples of objects as text, too. */
    private static Optional<JsonNode> given(JsonNode schema) {
        if (schema.has("const")) {
            return Optional.of(schema.path("const"));
        }
        if (schema.path("enum").isArray()) {
            return Optional.of(schema.path("enum").path(0));
        }
        var example =
                schema.path("examples").isArray()
                        ? schema.path("examples").path(0)
                        : schema.path("example");
        if (example.isMissingNode() || example.isNull()) {
            return Optional.empty();
        }
        var isJson = example.isString() && example.asString().startsWith("{");
        return Optional.of(isJson ? MAPPER.readTree(example.asString()) : example);
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        if (depth < DEEPEST) {
            for (var property : schema.path("properties").properties()) {
                object.set(
                        property.getKey(), of(property.getKey(), property.getValue(), depth + 1));
            }
        }
        return object;
    }

    private JsonNode array(String name, JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        var count = Math.max(1, schema.path("minItems").asInt(1));
        for (var i = 0; i < count && depth < DEEPEST; i++) {
            array.add(of(name, schema.path("items"), depth + 1));
        }
        return array;
    }

    private static JsonNode number(JsonNode schema) {
        var least =
                schema.has("exclusiveMinimum")
                        ? schema.path("exclusiveMinimum").asLong(0) + 1
                        : schema.path("minimum").asLong(1);
        return JSON.numberNode(Math.min(Math.max(least, 1), schema.path("maximum").asLong(1_000)));
    }

    private static String text(String name, JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date-time" -> "2030-01-01T00:00:00Z";
            case "date" -> "2030-01-01";
            case "email" -> "someone@example.com";
            case "uri", "url" -> "https://example.com/";
            default -> byName(name, schema);
        };
    }

    private static String byName(String name, JsonNode schema) {
        if (name.equalsIgnoreCase("currency")) {
            return "USD";
        }
        if (name.equalsIgnoreCase("email")) {
            return "someone@example.com";
        }
        if (name.endsWith("Id") || name.equals("id")) {
            return UUID.randomUUID().toString();
        }
        var least = schema.path("minLength").asInt(0);
        var most = schema.path("maxLength").asInt(1_000);
        var plain = "Some text";
        return plain.repeat(least / plain.length() + 1)
                .substring(0, Math.min(most, Math.max(least, plain.length())));
    }
}
