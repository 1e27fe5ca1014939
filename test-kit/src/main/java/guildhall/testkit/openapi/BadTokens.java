package guildhall.testkit.openapi;

import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import guildhall.testkit.openapi.GoodRequests.Good;
import java.util.ArrayList;
import java.util.List;

/** Callers of whom nobody knows who they are. */
final class BadTokens {
    static List<Attempt> of(Operation operation, Good good, TestCaller caller) {
        var request = good.request();
        var attempts = new ArrayList<Attempt>();
        if (!operation.isOpen()) {
            attempts.add(new Attempt(operation, "no token", request, 401));
        }
        TestTokens.unacceptable(caller)
                .forEach((mistake, token) ->
                        attempts.add(new Attempt(operation, mistake, request.as(token), 401)));
        return attempts;
    }

    private BadTokens() {}
}
