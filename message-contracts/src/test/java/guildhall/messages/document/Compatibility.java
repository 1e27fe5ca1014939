package guildhall.messages.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The rule of evolution: a version only gains optional fields. Readers of the old schema must read
 * what is written by the new one, and the other way round.
 */
final class Compatibility {
    /** What is wrong with the change, one sentence each; empty when it may be made. */
    static List<String> breaks(JsonNode before, JsonNode after) {
        var found = new ArrayList<String>();
        compare("", before, after, found);
        return List.copyOf(found);
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<String> found) {
        for (var word : List.of("type", "format", "pattern", "enum", "minimum")) {
            if (!before.path(word).equals(after.path(word))) {
                found.add(
                        "%s: %s changed from %s to %s"
                                .formatted(at(path), word, before.path(word), after.path(word)));
            }
        }
        var wasRequired = names(before.path("required"));
        var isRequired = names(after.path("required"));
        for (var field : before.path("properties").properties()) {
            var now = after.path("properties").path(field.getKey());
            if (now.isMissingNode()) {
                found.add(path + "/" + field.getKey() + ": removed");
            } else {
                compare(path + "/" + field.getKey(), field.getValue(), now, found);
            }
        }
        if (before.has("items")) {
            compare(path + "/*", before.path("items"), after.path("items"), found);
        }
        isRequired.stream()
                .filter(name -> !wasRequired.contains(name))
                .forEach(name -> found.add(path + "/" + name + ": is now required"));
        wasRequired.stream()
                .filter(name -> !isRequired.contains(name))
                .forEach(name -> found.add(path + "/" + name + ": is no longer always there"));
    }

    private static Set<String> names(JsonNode required) {
        return required.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private static String at(String path) {
        return path.isEmpty() ? "/" : path;
    }

    private Compatibility() {}
}
