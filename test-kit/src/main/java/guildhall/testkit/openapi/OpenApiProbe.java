package guildhall.testkit.openapi;

import guildhall.testkit.TestCaller;
import guildhall.testkit.openapi.GoodRequests.Good;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sends bad input to every operation that a running service documents and expects the right 4xx
 * problem, naming the field, and never a 5xx.
 *
 * <pre>{@code
 * OpenApiProbe.at("http://localhost:" + port)
 *         .as(TestCaller.client())
 *         .open("GET /v1/jobs")
 *         .only("POST /v1/jobs", Kind.CLIENT)
 *         .foreign("/v1/jobs/{id}", draftOfSomebody)
 *         .except("POST /v1/webhooks/sandbox", "signed by the provider, has no token")
 *         .run()
 *         .assertClean();
 * }</pre>
 *
 * <p>Per operation: no token, an expired, a forged, a changed one; every role that the document
 * does not name; somebody else's id; no body, JSON that breaks off, JSON of the wrong shape; for
 * every field the wrong type, its absence if required, too long a text, a negative amount, an
 * unknown currency, an unknown constant; ids that are no ids and ids of nothing; parameters out of
 * range; required headers left out; a method that is not offered. No answer may have a status that
 * the document does not name.
 */
public final class OpenApiProbe {
    private static final Set<Kind> EVERYBODY = Set.of(Kind.values());
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final URI base;
    private final Map<String, TestCaller> callers = new LinkedHashMap<>();
    private final Map<String, String> foreign = new LinkedHashMap<>();
    private final Map<String, Set<Kind>> only = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> exceptions = new ArrayList<>();

    private OpenApiProbe(URI base) {
        this.base = base;
        callers.put("", TestCaller.client());
    }

    public static OpenApiProbe at(String baseUrl) {
        return new OpenApiProbe(URI.create(baseUrl));
    }

    /**
     * Who calls where nothing else is said; a new client by default. Where the document wants a
     * role, somebody with it calls.
     */
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

    /** Operations that need no token, which the document must say too. */
    public OpenApiProbe open(String... operations) {
        open.addAll(List.of(operations));
        return this;
    }

    /**
     * Something that exists, belongs to somebody else and is nobody's business. Every operation on
     * one thing that needs a token must be covered.
     *
     * @param where the beginning of a path, or an operation; the longest match counts
     */
    public OpenApiProbe foreign(String where, Object id) {
        foreign.put(where, id.toString());
        return this;
    }

    /**
     * Which kinds of callers may do this; all where nothing is said. The others must get 403, and
     * those who may must not. Roles of staff are in the document and need not be said.
     */
    public OpenApiProbe only(String where, Kind... kinds) {
        only.put(where, Set.of(kinds));
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
        var report = new Report(operations.size());
        Stream.of(open, exceptions)
                .flatMap(List::stream)
                .filter(name -> operations.stream().noneMatch(o -> o.is(name)))
                .forEach(name -> report.add(name, "is not in the OpenAPI document"));
        open.stream()
                .filter(name -> operations.stream().anyMatch(o -> o.is(name) && !o.isOpen()))
                .forEach(name -> report.add(name, "is open, but the document wants a token"));
        var requests = new GoodRequests(document);
        for (var operation : operations) {
            if (exceptions.stream().noneMatch(operation::is)) {
                probe(operation, requests.of(operation), document, client, report);
            }
        }
        operations.stream()
                .map(Operation::path)
                .distinct()
                .forEach(path -> {
                    var offered = operations.stream().filter(o -> o.path().equals(path)).toList();
                    notOffered(offered, requests)
                            .ifPresent(attempt -> report.judge(attempt, client.send(attempt)));
                });
        return report;
    }

    private void probe(
            Operation operation,
            Good good,
            ApiDocument document,
            ProbeClient client,
            Report report) {
        var caller = callerOf(operation);
        var attempts =
                Stream.of(
                                BadTokens.of(operation, good, caller),
                                BadBodies.of(operation, good, caller.token(), document),
                                BadParameters.of(operation, good, caller.token(), document),
                                foreign(operation, good, report))
                        .flatMap(List::stream);
        attempts.forEach(attempt -> report.judge(attempt, client.send(attempt)));
        if (!operation.isOpen()) {
            wrongCallers(operation, good, client, report);
        }
    }

    private void wrongCallers(Operation operation, Good good, ProbeClient client, Report report) {
        if (operation.isStaffOnly()) {
            WrongCallers.withoutRole(operation, good)
                    .forEach(attempt -> report.judge(attempt, client.send(attempt)));
            return;
        }
        var allowed = longest(only, operation).orElse(EVERYBODY);
        for (var kind : Kind.values()) {
            var attempt = WrongCallers.ofKind(operation, good, kind, allowed);
            var response = client.send(attempt);
            report.judge(attempt, response);
            if (allowed.contains(kind) && response.statusCode() == 403) {
                report.add(operation.name(), "refuses the kind " + kind + ", or say so: only()");
            }
        }
    }

    private List<Attempt> foreign(Operation operation, Good good, Report report) {
        if (operation.isOpen() || operation.isStaffOnly() || !operation.isAboutOneThing()) {
            return List.of();
        }
        return longest(foreign, operation)
                .map(id -> WrongCallers.withForeign(operation, good, id))
                .orElseGet(() -> {
                    report.add(
                            operation.name(), "was not tried with somebody else's id: foreign()");
                    return List.of();
                });
    }

    private Optional<Attempt> notOffered(List<Operation> offered, GoodRequests requests) {
        var one = offered.getFirst();
        return METHODS.stream()
                .filter(method -> offered.stream().noneMatch(o -> o.method().equals(method)))
                .findFirst()
                .map(method ->
                        new Attempt(
                                one,
                                "the method " + method,
                                requests.of(one)
                                        .request()
                                        .withMethod(method)
                                        .as(callerOf(one).token()),
                                405));
    }

    private TestCaller callerOf(Operation operation) {
        return operation.isStaffOnly()
                ? TestCaller.staff(operation.roles().toArray(String[]::new))
                : longest(callers, operation).orElseThrow();
    }

    private static <T> Optional<T> longest(Map<String, T> places, Operation operation) {
        return places.entrySet().stream()
                .filter(entry -> operation.isWithin(entry.getKey()))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .map(Map.Entry::getValue);
    }
}
