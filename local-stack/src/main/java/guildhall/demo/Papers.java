package guildhall.demo;

import static guildhall.client.ClientFailure.check;
import static guildhall.demo.Json.id;

import guildhall.client.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Somebody shows a passport, and staff looks at it. */
final class Papers {
    private final Screen screen;
    private final Person owner;
    private final Person reviewer;

    Papers(Scene scene, Person owner, Person reviewer) {
        this.screen = scene.screen();
        this.owner = owner;
        this.reviewer = reviewer;
    }

    void tell() {
        var handedIn = owner.post("/v1/verifications", Map.of("documents", List.of(passport())));
        screen.step(owner.name(), "describes his passport", handedIn.path("state").asString());
        reviewer.logIn();
        var path = "/v1/verifications/" + id(handedIn);
        reviewer.post(path + "/review");
        reviewer.post(path + "/disclosure", Map.of("reason", "To compare it with the register"));
        screen.step(reviewer.name(), "takes the case and reads the number", "audited");
        var approved =
                reviewer.post(
                        path + "/approval",
                        Map.of(
                                "checks",
                                List.of(
                                        seen("PHONE", "Answered a call"),
                                        seen("IDENTITY_DOCUMENT", "Name and register agree")),
                                "reason",
                                "All papers in order"));
        var tier = approved.path("tier").asString();
        check(tier.equals("STANDARD"), "not verified: " + approved);
        screen.step(reviewer.name(), "approves", tier);
    }

    /** Of a number that nobody else has. */
    private Map<String, Object> passport() {
        var today = LocalDate.now(Clock.systemUTC());
        return Map.of(
                "type", "PASSPORT",
                "issuingCountry", "GB",
                "number", owner.userId().replace("-", ""),
                "issuedOn", today.minusYears(1).toString(),
                "expiresOn", today.plusYears(5).toString());
    }

    private static Map<String, Object> seen(String check, String what) {
        return Map.of("check", check, "seen", what);
    }
}
