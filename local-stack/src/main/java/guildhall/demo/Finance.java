package guildhall.demo;

import static guildhall.client.ClientFailure.check;
import static guildhall.demo.Json.has;
import static guildhall.demo.Json.id;
import static guildhall.demo.Json.party;
import static guildhall.demo.Json.status;

import guildhall.client.Api;
import guildhall.client.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Two members of finance hold the provider's statement against the books, settle what it does not
 * explain, and close the period with a difference of zero.
 */
final class Finance {
    /** The sandbox provider adds 5.00 that nobody asked for to charges that end in 69. */
    private static final long ODD_TOP_UP = 10_069;

    private static final long WINDFALL = 500;
    private static final int CONFLICT = 409;
    private static final String DIFFERENCES = "/v1/reconciliation/differences";

    private final Scene scene;
    private final Screen screen;
    private final Person greta;
    private final Person fay;

    Finance(Scene scene) {
        this.scene = scene;
        this.screen = scene.screen();
        var stack = scene.stack();
        this.greta = new Person(scene.api(), "Greta", stack.adminEmail(), stack.adminPassword());
        this.fay = scene.person("Fay");
    }

    /** The first member of staff. */
    Person chief() {
        return greta;
    }

    void tell(Person client) {
        screen.chapter("Two persons of finance");
        appoint();
        screen.chapter("The provider's statement says something else than the books");
        var since = Instant.now();
        new Market(scene).topUp(client, ODD_TOP_UP);
        scene.waitUntil(Instant.now().plus(windows().grace()).plusSeconds(1));
        var difference = find(since);
        settle(difference, client);
        screen.chapter("The period is closed");
        close();
    }

    private Windows windows() {
        return new Windows(scene.stack().settings().variablesOf("payment"));
    }

    private void appoint() {
        greta.logIn();
        screen.step("Greta", "runs the platform and logs in", "");
        scene.join(fay, "TALENT");
        greta.put("/v1/users/" + fay.userId() + "/staff-roles/FINANCE_OPS", Map.of());
        fay.logIn();
        screen.step("Greta", "makes Fay a member of finance", "FINANCE_OPS");
    }

    private JsonNode find(Instant since) {
        var difference =
                Api.await(
                                "the difference",
                                () -> {
                                    take();
                                    return open(since);
                                },
                                found -> !found.isEmpty())
                        .getFirst();
        screen.step(
                "Fay",
                "takes the statement; one entry has no counterpart",
                "%s, %s in SUSPENSE"
                        .formatted(
                                difference.path("finding").asString(),
                                Screen.usd(difference.path("change").asLong())));
        return difference;
    }

    /** Imports what the provider has booked up to now. */
    private JsonNode take() {
        return fay.post("/v1/reconciliation/statements", Map.of("currency", "USD"));
    }

    private List<JsonNode> open(Instant since) {
        return fay.get(DIFFERENCES + "?limit=100")
                .path("items")
                .valueStream()
                .filter(has("finding", "UNEXPLAINED"))
                .filter(found -> found.path("change").asLong() == WINDFALL)
                .filter(found -> bookedAt(found).isAfter(since))
                .toList();
    }

    private void settle(JsonNode difference, Person client) {
        var path = DIFFERENCES + "/" + id(difference);
        var before = client.wallet("available");
        var proposed =
                fay.post(
                        path + "/proposal",
                        Map.of(
                                "settlement", "TO_WALLET",
                                "owner", party(client.party()),
                                "reason", "A goodwill of the provider for her card"));
        screen.step("Fay", "proposes: it belongs to " + client.name(), status(proposed));
        var own = fay.ask(path + "/approval", Map.of("reason", "I am sure"));
        check(
                own.status() == CONFLICT && own.problem().equals("payment/same-person"),
                "somebody could approve a proposal of their own: " + own);
        screen.step("Fay", "tries to approve that herself", CONFLICT + " " + own.problem());
        var settled = greta.post(path + "/approval", Map.of("reason", "I asked the provider"));
        screen.step("Greta", "approves it; it is posted at once", status(settled));
        check(client.wallet("available") == before + WINDFALL, "the windfall did not arrive");
    }

    private void close() {
        // So that what was just posted is on both sides of the period.
        scene.waitUntil(Instant.now().plus(windows().lag()));
        var report = Api.await("the period to be closed", this::tryToClose, JsonNode::isObject);
        screen.step(
                "Fay",
                "closes the books up to " + report.path("until").asString().substring(0, 19),
                "CLOSED");
        amount("the provider held", report.path("opening"));
        report.path("movements")
                .forEach(total ->
                        amount(
                                "%s, %d times"
                                        .formatted(
                                                total.path("kind").asString(),
                                                total.path("count").asLong()),
                                total.path("change")));
        amount("the provider holds", report.path("closing"));
        amount("the books say", report.path("ledger"));
        amount("in transit between them", report.path("inTransit"));
        amount("difference", report.path("difference"));
        check(report.path("difference").asLong() == 0, "the period has a difference");
        check(
                report.path("closing").asLong()
                        == report.path("ledger").asLong() + report.path("inTransit").asLong(),
                "a report that does not add up: " + report);
    }

    private void amount(String what, JsonNode cents) {
        screen.line("    %-28s %20s".formatted(what, Screen.usd(cents.asLong())));
    }

    /**
     * What is older than this story and still open is written off first; a missing node when
     * something waits for its counterpart.
     */
    private JsonNode tryToClose() {
        var until = take().path("until").asString();
        fay.get(DIFFERENCES + "?limit=100").path("items").forEach(this::writeOff);
        var answer =
                fay.ask(
                        "/v1/reconciliation/periods",
                        Map.of("currency", "USD", "until", until, "reason", "End of the story"));
        if (answer.problem().equals("payment/differences-open")) {
            return answer.body().path("not closed yet");
        }
        check(answer.status() == 201, "the period was not closed: " + answer);
        return answer.body();
    }

    private void writeOff(JsonNode difference) {
        check(
                bookedAt(difference).isBefore(scene.began()),
                "the provider and the books do not agree: " + difference);
        var path = DIFFERENCES + "/" + id(difference);
        if (status(difference).equals("OPEN")) {
            fay.post(
                    path + "/proposal",
                    Map.of("settlement", "WRITE_OFF", "reason", "Left open by an earlier story"));
        }
        var settled = greta.post(path + "/approval", Map.of("reason", "Looked into"));
        screen.step("Fay", "and Greta write off what was open before", status(settled));
    }

    private static Instant bookedAt(JsonNode difference) {
        var entry = difference.path("entry").path("bookedAt");
        return Instant.parse(
                (entry.isMissingNode() ? difference.path("movement").path("postedAt") : entry)
                        .asString());
    }
}
