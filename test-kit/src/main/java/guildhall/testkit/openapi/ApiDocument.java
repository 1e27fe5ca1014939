package guildhall.testkit.openapi;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI 3.1 document of a service. */
final class ApiDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode root;

    ApiDocument(String json) {
        this.root = JSON.readTree(json);
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : root.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(operation(path, method));
                }
            }
        }
        return operations;
    }

    /** Follows a reference; the first of several alternatives stands for all. */
    JsonNode resolve(JsonNode schema) {
        if (schema.has("$ref")) {
            var pointer = schema.path("$ref").asString().substring(1);
            return resolve(root.at(pointer));
        }
        for (var combination : List.of("allOf", "oneOf", "anyOf")) {
            if (schema.path(combination).isArray() && !schema.has("properties")) {
                return resolve(schema.path(combination).path(0));
            }
        }
        return schema;
    }

    /** The type apart from null; object when only properties are given. */
    String typeOf(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream()
                    .map(JsonNode::asString)
                    .filter(name -> !name.equals("null"))
                    .findFirst()
                    .orElse("null");
        }
        return type.isString() ? type.asString() : schema.has("properties") ? "object" : "any";
    }

    private Operation operation(
            Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> method) {
        var node = method.getValue();
        return new Operation(
                method.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                parameters(path.getValue(), node),
                body(node),
                node.path("security").isArray() && node.path("security").isEmpty(),
                roles(node.path("security")),
                answers(node.path("responses")));
    }

    /** What OpenAPI 3.1 lists beside the name of a security scheme. */
    private static Set<String> roles(JsonNode security) {
        return security.valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asString)
                .collect(toSet());
    }

    private static Set<Integer> answers(JsonNode responses) {
        return responses.propertyNames().stream()
                .filter(status -> status.matches("\\d{3}"))
                .map(Integer::valueOf)
                .collect(toSet());
    }

    private List<Operation.Parameter> parameters(JsonNode path, JsonNode operation) {
        return Stream.of(path, operation)
                .flatMap(owner -> owner.path("parameters").valueStream())
                .map(this::resolve)
                .map(node ->
                        new Operation.Parameter(
                                node.path("name").asString(),
                                node.path("in").asString(),
                                node.path("required").asBoolean(false),
                                resolve(node.path("schema"))))
                .toList();
    }

    private Optional<JsonNode> body(JsonNode operation) {
        var schema =
                resolve(operation.path("requestBody"))
                        .path("content")
                        .path("application/json")
                        .path("schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(resolve(schema));
    }
}
