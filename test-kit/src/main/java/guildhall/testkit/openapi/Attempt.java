package guildhall.testkit.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One bad request and what must come of it.
 *
 * @param field what the problem must name; empty when no single field is to blame
 */
record Attempt(
        String operation,
        String mistake,
        Request request,
        Set<Integer> expected,
        Optional<String> field) {
    /** An HTTP request; the path includes the query. */
    record Request(String method, String path, Map<String, String> headers, Optional<String> body) {
        Request {
            headers = Map.copyOf(headers);
        }

        Request withHeader(String name, String value) {
            var changed = new LinkedHashMap<>(headers);
            changed.put(name, value);
            return new Request(method, path, changed, body);
        }

        Request withoutHeader(String name) {
            var changed = new LinkedHashMap<>(headers);
            changed.remove(name);
            return new Request(method, path, changed, body);
        }

        Request withBody(String other) {
            return new Request(method, path, headers, Optional.of(other));
        }

        Request as(String token) {
            return withHeader("Authorization", "Bearer " + token);
        }
    }

    Attempt {
        expected = Set.copyOf(expected);
    }

    Attempt(String operation, String mistake, Request request, Integer... expected) {
        this(operation, mistake, request, Set.of(expected), Optional.empty());
    }
}
