package guildhall.testkit.openapi;

import guildhall.testkit.TestCaller;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Sends bad input to every operation that a running service documents and expects the right 4xx
 * problem, naming the field, and never a 5xx.
 *
 * <pre>{@code
 * OpenApiProbe.at("http://localhost:" + port)
 *         .as(TestCaller.client())
 *         .as("/v1/operations", TestCaller.staff("ADMIN"))
 *         .open("GET /v1/jobs")
 *         .staffOnly("GET /v1/ledger/trial-balance")
 *         .except("POST /v1/webhooks/sandbox", "signed by the provider, has no token")
 *         .run()
 *         .assertClean();
 * }</pre>
 *
 * <p>Per operation: no token, an expired and a forged one; a client where staff is wanted; no body,
 * JSON that breaks off, JSON of the wrong shape; for every field the wrong type, its absence if
 * required, too long a text, a negative amount, an unknown currency, an unknown constant; ids that
 * are no ids and ids of nothing; parameters out of range; required headers left out.
 */
public final class OpenApiProbe {
    private static final String OPERATIONS = "/v1/operations";

    private final URI base;
    private final Map<String, TestCaller> callers = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> staffOnly = new ArrayList<>();
    private final List<String> exceptions = new ArrayList<>();

    private OpenApiProbe(URI base) {
        this.base = base;
        callers.put("", TestCaller.client());
        callers.put(OPERATIONS, TestCaller.staff("ADMIN", "SUPERADMIN"));
        staffOnly.add(OPERATIONS);
    }

    public static OpenApiProbe at(String baseUrl) {
        return new OpenApiProbe(URI.create(baseUrl));
    }

    /** Who calls where nothing else is said; a new client by default. */
    public OpenApiProbe as(TestCaller caller) {
        return as("", caller);
    }

    /**
     * @param where an operation such as {@code GET /v1/jobs} or the beginning of a path; the
     *     longest match counts
     */
    public OpenApiProbe as(String where, TestCaller caller) {
        callers.put(where, caller);
        return this;
    }

    /** Operations that need no token, beside those that the document itself says so of. */
    public OpenApiProbe open(String... operations) {
        open.addAll(List.of(operations));
        return this;
    }

    /**
     * Operations or beginnings of paths that refuse clients; {@code /v1/operations} always does.
     */
    public OpenApiProbe staffOnly(String... where) {
        staffOnly.addAll(List.of(where));
        return this;
    }

    /**
     * Leaves an operation out.
     *
     * @param reason for the reader of the test
     */
    public OpenApiProbe except(String operation, String reason) {
        Objects.requireNonNull(reason, "A reason is what makes an exception acceptable");
        exceptions.add(operation);
        return this;
    }

    public Report run() {
        var client = new ProbeClient(base);
        var document = client.document();
        var operations = document.operations();
        var unknown =
                Stream.of(open, exceptions)
                        .flatMap(List::stream)
                        .filter(name -> operations.stream().noneMatch(o -> o.is(name)))
                        .toList();
        var report = new Report(operations.size());
        unknown.forEach(name -> report.add(name, "is not in the OpenAPI document"));
        for (var operation : operations) {
            if (exceptions.stream().noneMatch(operation::is)) {
                probe(operation, client, document, report);
            }
        }
        return report;
    }

    private void probe(
            Operation operation, ProbeClient client, ApiDocument document, Report report) {
        var caller = callerOf(operation);
        var requests = new GoodRequests(document).of(operation);
        var isOpen = operation.isOpen() || open.stream().anyMatch(operation::is);
        var attempts =
                Stream.of(
                                BadTokens.of(requests, caller, isOpen, isStaffOnly(operation)),
                                BadBodies.of(operation, requests, caller, document),
                                BadParameters.of(operation, requests, caller, document))
                        .flatMap(List::stream);
        attempts.forEach(attempt -> report.judge(attempt, client.send(attempt)));
    }

    private boolean isStaffOnly(Operation operation) {
        return staffOnly.stream().anyMatch(operation::isWithin);
    }

    private TestCaller callerOf(Operation operation) {
        return callers.entrySet().stream()
                .filter(entry -> operation.isWithin(entry.getKey()))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .map(Map.Entry::getValue)
                .orElseThrow();
    }
}
