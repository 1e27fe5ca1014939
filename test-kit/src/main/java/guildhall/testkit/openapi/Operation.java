package guildhall.testkit.openapi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One documented endpoint.
 *
 * @param path the template, such as {@code /v1/jobs/{id}}
 * @param body the schema of the JSON body
 * @param isOpen whether the document says that no token is needed
 * @param roles whoever calls must have one of these; empty when anybody may
 * @param answers the statuses that the document names
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        Optional<JsonNode> body,
        boolean isOpen,
        Set<String> roles,
        Set<Integer> answers) {
    /** Where a parameter is: path, query, header or cookie. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {
        boolean isId() {
            return schema.path("format").asString("").equals("uuid")
                    || name.equals("id")
                    || name.endsWith("Id");
        }
    }

    Operation {
        parameters = List.copyOf(parameters);
        roles = Set.copyOf(roles);
        answers = Set.copyOf(answers);
    }

    String name() {
        return method + " " + path;
    }

    boolean is(String name) {
        return name().equals(name);
    }

    /** Whether it is the operation of this name, or its path begins so. */
    boolean isWithin(String where) {
        return is(where) || path.startsWith(where);
    }

    boolean isStaffOnly() {
        return !roles.isEmpty();
    }

    /** Whether it is about one thing, which belongs to somebody. */
    boolean isAboutOneThing() {
        return parametersIn("path").stream().anyMatch(Parameter::isId);
    }

    List<Parameter> parametersIn(String place) {
        return parameters.stream().filter(parameter -> parameter.in().equals(place)).toList();
    }
}
