package guildhall.testkit.openapi;

import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import guildhall.testkit.openapi.GoodRequests.Good;
import java.util.ArrayList;
import java.util.List;

/** Callers who must not get in. */
final class BadTokens {
    static List<Attempt> of(Good good, TestCaller caller, boolean isOpen, boolean isStaffOnly) {
        var name = good.operation().name();
        var request = good.request();
        var attempts = new ArrayList<Attempt>();
        if (!isOpen) {
            attempts.add(new Attempt(name, "no token", request, 401));
        }
        attempts.add(
                new Attempt(name, "expired token", request.as(TestTokens.expired(caller)), 401));
        attempts.add(
                new Attempt(
                        name,
                        "token signed by somebody else",
                        request.as(TestTokens.withForgedSignature(caller)),
                        401));
        attempts.add(
                new Attempt(
                        name,
                        "token of another issuer",
                        request.as(TestTokens.fromAnotherIssuer(caller)),
                        401));
        if (isStaffOnly) {
            attempts.add(
                    new Attempt(
                            name,
                            "client where staff is wanted",
                            request.as(TestCaller.client().token()),
                            403));
        }
        return attempts;
    }

    private BadTokens() {}
}
