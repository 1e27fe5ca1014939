package guildhall.testkit.openapi;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One documented endpoint.
 *
 * @param path the template, such as {@code /v1/jobs/{id}}
 * @param body the schema of the JSON body
 * @param isOpen whether the document says that no token is needed
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        Optional<JsonNode> body,
        boolean isOpen) {
    /** Where a parameter is: path, query, header or cookie. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    Operation {
        parameters = List.copyOf(parameters);
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

    List<Parameter> parametersIn(String place) {
        return parameters.stream().filter(parameter -> parameter.in().equals(place)).toList();
    }
}
