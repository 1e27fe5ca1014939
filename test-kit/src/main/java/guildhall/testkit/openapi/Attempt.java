package guildhall.testkit.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One bad request and what must come of it.
 *
 * @param expected the statuses that are right; empty for all but a failure of the service
 * @param field what the problem must name; empty when no single field is to blame
 */
record Attempt(
        Operation operation,
        String mistake,
        Request request,
        Set<Integer> expected,
        Optional<String> field) {
    /** Replaced by a new key in each request. */
    static final String FRESH_KEY = "fresh";

    /** An HTTP request; the path includes the query. */
    record Request(String method, String path, Map<String, String> headers, Optional<String> body) {
        Request {
            headers = Map.copyOf(headers);
        }

        Request withMethod(String other) {
            return new Request(other, path, headers, body);
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

    Attempt(Operation operation, String mistake, Request request, Integer... expected) {
        this(operation, mistake, request, Set.of(expected), Optional.empty());
    }

    boolean accepts(int status) {
        return expected.isEmpty() ? status < 500 : expected.contains(status);
    }
}
