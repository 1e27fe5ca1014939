package guildhall.testkit.openapi;

import guildhall.testkit.openapi.Attempt.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request with nothing wrong except that the ids in it belong to nothing. */
final class GoodRequests {
    private final Examples examples;

    GoodRequests(ApiDocument document) {
        this.examples = new Examples(document);
    }

    Good of(Operation operation) {
        var path = new LinkedHashMap<String, String>();
        for (var parameter : operation.parametersIn("path")) {
            path.put(parameter.name(), example(parameter));
        }
        var query = new LinkedHashMap<String, String>();
        for (var parameter : operation.parametersIn("query")) {
            if (parameter.required()) {
                query.put(parameter.name(), example(parameter));
            }
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "application/json");
        headers.put("Idempotency-Key", Attempt.FRESH_KEY);
        headers.put("If-Match", "\"1\"");
        operation.body().ifPresent(_ -> headers.put("Content-Type", "application/json"));
        return new Good(
                operation,
                path,
                query,
                headers,
                operation.body().map(schema -> examples.of("", schema).toString()));
    }

    String example(Operation.Parameter parameter) {
        return examples.of(parameter.name(), parameter.schema()).asString();
    }

    /** The parts of a request, so that one of them can be exchanged for a bad one. */
    record Good(
            Operation operation,
            Map<String, String> path,
            Map<String, String> query,
            Map<String, String> headers,
            Optional<String> body) {
        Request request() {
            var url = operation.path();
            for (var variable : path.entrySet()) {
                url = url.replace("{" + variable.getKey() + "}", encode(variable.getValue()));
            }
            var parameters =
                    query.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                            .collect(Collectors.joining("&"));
            return new Request(
                    operation.method(),
                    parameters.isEmpty() ? url : url + "?" + parameters,
                    headers,
                    body);
        }

        Good withPath(String name, String value) {
            return new Good(operation, with(path, name, value), query, headers, body);
        }

        Good withQuery(String name, String value) {
            return new Good(operation, path, with(query, name, value), headers, body);
        }

        Good withoutQuery(String name) {
            var remaining = new LinkedHashMap<>(query);
            remaining.remove(name);
            return new Good(operation, path, remaining, headers, body);
        }

        private static Map<String, String> with(
                Map<String, String> values, String name, String value) {
            var changed = new LinkedHashMap<>(values);
            changed.put(name, value);
            return changed;
        }

        private static String encode(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
