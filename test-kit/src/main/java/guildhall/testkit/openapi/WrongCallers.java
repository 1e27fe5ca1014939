package guildhall.testkit.openapi;

import guildhall.testkit.TestCaller;
import guildhall.testkit.openapi.GoodRequests.Good;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Known callers who have no business here: the wrong role, or somebody else's thing. */
final class WrongCallers {
    private static final List<String> STAFF =
            List.of("SUPPORT_AGENT", "MODERATOR", "FINANCE_OPS", "COMPLIANCE", "ADMIN");

    /** Those who lack every role that the document names. */
    static List<Attempt> withoutRole(Operation operation, Good good) {
        var callers = new LinkedHashMap<String, TestCaller>();
        callers.put("a client", TestCaller.client());
        callers.put("a talent", TestCaller.talent());
        STAFF.stream()
                .filter(role -> !operation.roles().contains(role))
                .forEach(
                        role -> callers.put("staff with the role " + role, TestCaller.staff(role)));
        return callers.entrySet().stream()
                .map(caller -> attempt(operation, caller.getKey(), good, caller.getValue(), 403))
                .toList();
    }

    /** A kind that may call is not refused for what it is; any other is. */
    static Attempt ofKind(Operation operation, Good good, Kind kind, Set<Kind> allowed) {
        var who = "a caller of the kind " + kind;
        return allowed.contains(kind)
                ? attempt(operation, who, good, kind.newCaller())
                : attempt(operation, who, good, kind.newCaller(), 403);
    }

    /**
     * Existence is hidden; deleting what is not there may succeed.
     *
     * @param id of something that exists
     */
    static List<Attempt> withForeign(Operation operation, Good good, String id) {
        var variable =
                operation.parametersIn("path").stream()
                        .filter(Operation.Parameter::isId)
                        .findFirst()
                        .orElseThrow()
                        .name();
        var theirs = good.withPath(variable, id);
        Integer[] expected =
                operation.method().equals("DELETE")
                        ? new Integer[] {403, 404, 204}
                        : new Integer[] {403, 404};
        return List.of(
                attempt(
                        operation,
                        "a client with somebody else's id",
                        theirs,
                        TestCaller.client(),
                        expected),
                attempt(
                        operation,
                        "a talent with somebody else's id",
                        theirs,
                        TestCaller.talent(),
                        expected));
    }

    private static Attempt attempt(
            Operation operation, String who, Good good, TestCaller caller, Integer... expected) {
        return new Attempt(operation, who, good.request().as(caller.token()), expected);
    }

    private WrongCallers() {}
}
