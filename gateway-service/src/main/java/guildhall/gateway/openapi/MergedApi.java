package guildhall.gateway.openapi;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges OpenAPI documents. Pure. Components are renamed to {@code <service>.<name>}, so that two
 * services may use one name for different things.
 */
final class MergedApi {
    private static final String REFERENCE = "#/components/";

    static JsonNode of(JsonMapper json, Map<String, ObjectNode> documents) {
        var merged = json.createObjectNode();
        merged.put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Guildhall")
                .put("version", "1")
                .put("description", "Everything that client applications can ask of the platform.");
        merged.putArray("servers").addObject().put("url", "/");
        merged.putArray("security").addObject().putArray("bearer");
        var tags = merged.putArray("tags");
        var paths = merged.putObject("paths");
        var components = merged.putObject("components");
        documents.forEach((service, document) -> {
            tags.addObject().put("name", service);
            add(service, document.deepCopy(), paths, components);
        });
        components
                .withObject("/securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        return merged;
    }

    private static void add(
            String service, ObjectNode document, ObjectNode paths, ObjectNode components) {
        rename(service, document);
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (operation.getValue() instanceof ObjectNode described) {
                    described.putArray("tags").add(service);
                    // What needs a token says so for the whole document; what needs none says that.
                    if (!described.path("security").isEmpty()) {
                        described.remove("security");
                    }
                }
            }
            paths.set(path.getKey(), path.getValue());
        }
        for (var kind : document.path("components").properties()) {
            if (!kind.getKey().equals("securitySchemes")) {
                var target = components.withObject("/" + kind.getKey());
                for (var part : kind.getValue().properties()) {
                    target.set(service + "." + part.getKey(), part.getValue());
                }
            }
        }
    }

    private static void rename(String service, JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                var reference = object.path("$ref").asString("");
                if (reference.startsWith(REFERENCE)) {
                    var name = reference.lastIndexOf('/') + 1;
                    object.put(
                            "$ref",
                            reference.substring(0, name)
                                    + service
                                    + "."
                                    + reference.substring(name));
                }
                object.forEach(child -> rename(service, child));
            }
            case ArrayNode array -> array.forEach(child -> rename(service, child));
            default -> {
                // A value refers to nothing.
            }
        }
    }

    private MergedApi() {}
}
