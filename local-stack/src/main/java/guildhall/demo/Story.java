package guildhall.demo;

import static guildhall.client.ClientFailure.check;
import static guildhall.demo.Screen.money;

import guildhall.client.Api;
import guildhall.client.Mailbox;
import guildhall.client.Person;
import guildhall.stack.Stack;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/** From registration to reviews. */
final class Story implements AutoCloseable {
    private static final long PRICE = 50_000;
    private static final String DESIGN = "design";

    private final Stack stack;
    private final Screen screen;
    private final Trouble trouble;
    private final Outage outage;
    private final Api api;
    private final Mailbox mailbox;
    private final PartnerFeed partner;
    private final List<LiveConnection> connections = new ArrayList<>();
    private final Person ada;
    private final Person ben;
    private final Person cleo;

    Story(Stack stack, Screen screen, Trouble trouble, Outage outage) {
        this.stack = stack;
        this.screen = screen;
        this.trouble = trouble;
        this.outage = outage;
        api = new Api(stack.url("gateway"));
        mailbox = new Mailbox(stack.url("mail"));
        partner = new PartnerFeed(stack.kafkaBootstrap());
        var run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        ada = person("Ada", run);
        ben = person("Ben", run);
        cleo = person("Cleo", run);
    }

    private Person person(String name, String run) {
        var email = "%s.%s@example.com".formatted(name.toLowerCase(java.util.Locale.ROOT), run);
        return new Person(api, name, email, "a long enough pass-phrase " + run);
    }

    void tell() {
        screen.chapter("A client and two talents join");
        join(ada, "CLIENT");
        join(ben, "TALENT");
        join(cleo, "TALENT");

        outage.begin(api, ben, screen);

        screen.chapter("A job is posted, found and answered");
        var job = postJob();
        var chosen = propose(ben, job, PRICE);
        var other = propose(cleo, job, PRICE + 5_000);

        screen.chapter("One proposal is accepted, its money goes into escrow");
        topUp();
        var contract = hire(job, chosen, other);

        screen.chapter("They write to each other");
        talk(contract);

        screen.chapter("Work is delivered, revised, approved and paid");
        work(contract);

        outage.end(screen);

        screen.chapter("Both say how it went");
        review(contract);

        new Epilogue(stack, screen, partner, mailbox)
                .tell(List.of(ada, ben), cleo, Set.of(job, contract));
    }

    @Override
    public void close() {
        connections.forEach(LiveConnection::close);
        partner.close();
    }

    private void join(Person person, String role) {
        person.register(role);
        var code = mailbox.codeFor(person);
        person.verify(code);
        person.logIn();
        screen.step(person.name(), "registers, verifies the mailed code, logs in", person.party());
    }

    private String postJob() {
        var word = "kiosk" + ThreadLocalRandom.current().nextInt(1_000_000);
        var draft =
                ada.post(
                        "/v1/jobs",
                        Map.of(
                                "title",
                                "A logo for the " + word,
                                "description",
                                "We open in spring and need a mark and a sign.",
                                "category",
                                DESIGN,
                                "kind",
                                "FIXED",
                                "skills",
                                List.of("logo-design"),
                                "budget",
                                Map.of("min", usd(40_000), "max", usd(60_000))));
        var id = draft.path("id").asString();
        screen.step("Ada", "drafts a job", draft.path("status").asString());
        ada.post("/v1/jobs/" + id + "/publication");
        var found =
                Api.await(
                        "the job in the search",
                        () -> api.get("/v1/jobs?q=" + word, null).path("items"),
                        hits -> hits.valueStream().anyMatch(has("id", id)));
        screen.step("Ada", "publishes it; anybody finds it by '" + word + "'", hits(found));
        return id;
    }

    private static String hits(JsonNode found) {
        return found.size() + " hit: " + found.path(0).path("title").asString();
    }

    private String propose(Person talent, String job, long bid) {
        var proposal =
                talent.post(
                        "/v1/jobs/" + job + "/proposals",
                        Map.of(
                                "bid",
                                usd(bid),
                                "coverLetter",
                                "I draw marks for small shops.",
                                "durationDays",
                                14));
        screen.step(
                talent.name(),
                "proposes to do it for " + money(proposal.path("bid")),
                proposal.path("status").asString());
        return proposal.path("id").asString();
    }

    private void topUp() {
        var intent = ada.post("/v1/top-ups", Map.of("amount", usd(PRICE + 10_000)));
        var done =
                Api.await(
                        "the top-up",
                        () -> ada.get("/v1/top-ups/" + intent.path("id").asString()),
                        seen -> seen.path("status").asString().equals("SUCCEEDED"));
        screen.step("Ada", "tops up " + money(done.path("amount")), done.path("status").asString());
        check(ada.wallet("available") == PRICE + 10_000, "the top-up is not in the wallet");
    }

    private String hire(String job, String chosen, String other) {
        ada.post("/v1/proposals/" + chosen + "/acceptance");
        screen.step("Ada", "accepts Ben's proposal", "");
        trouble.strike();
        var contract =
                Api.await(
                        "an active contract",
                        () -> contractOf(chosen),
                        found -> found.path("status").asString().equals("ACTIVE"));
        screen.step(
                "",
                "contract " + contract.path("number").asString() + " is funded",
                "ACTIVE, held " + money(contract.path("money").path("held")));
        check(ada.wallet("escrowed") == PRICE, "the escrow is not in the wallet view");
        awaitStatus("the other proposal", () -> cleo.get("/v1/proposals/" + other), "REJECTED");
        awaitStatus("the job", () -> ada.get("/v1/jobs/" + job), "IN_PROGRESS");
        screen.step("Cleo", "hears that somebody else was hired", "REJECTED");
        return contract.path("id").asString();
    }

    private JsonNode contractOf(String proposal) {
        return ada.get("/v1/contracts")
                .path("items")
                .valueStream()
                .filter(has("proposalId", proposal))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }

    private void talk(String contract) {
        var conversation =
                Api.await(
                                "the conversation",
                                () -> ada.get("/v1/conversations").path("items"),
                                all -> all.valueStream().anyMatch(has("contractId", contract)))
                        .path(0)
                        .path("id")
                        .asString();
        var adaLive = connect(ada);
        var benLive = connect(ben);
        say(ada, conversation, "Hello Ben, when can you start?");
        var heard = benLive.message("Hello Ben, when can you start?");
        screen.step("Ada", "writes; Ben's application shows it live", "message " + seq(heard));
        say(ben, conversation, "Right now!");
        var answered = adaLive.message("Right now!");
        screen.step("Ben", "answers; Ada's application shows it live", "message " + seq(answered));
        ada.post("/v1/conversations/" + conversation + "/read", Map.of("seq", 2));
    }

    private LiveConnection connect(Person person) {
        var connection = new LiveConnection(stack.url("gateway"), person);
        connections.add(connection);
        return connection;
    }

    private static void say(Person person, String conversation, String text) {
        person.post("/v1/conversations/" + conversation + "/messages", Map.of("body", text));
    }

    private static String seq(JsonNode frame) {
        return frame.path("data").path("seq").asString();
    }

    private void work(String contract) {
        var milestone =
                ben.get("/v1/contracts/" + contract + "/milestones")
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
        var path = "/v1/milestones/" + milestone;
        ben.post(path + "/start");
        ben.post(path + "/submissions", Map.of("notes", "Three drafts, see the folder."));
        screen.step("Ben", "delivers", status(ben, path));
        ada.post(path + "/revisions", Map.of("reason", "Please try a warmer blue."));
        screen.step("Ada", "asks for a revision", status(ada, path));
        ben.post(path + "/submissions", Map.of("notes", "Warmer now."));
        screen.step("Ben", "delivers again", status(ben, path));
        var before = ben.wallet("pending");
        ada.post(path + "/approval");
        screen.step("Ada", "approves", "");
        trouble.strike();
        Api.await(
                "the money in Ben's wallet",
                () -> ben.wallet("pending"),
                pending -> pending > before);
        screen.step("Ben", "is paid", money(ben.get("/v1/wallets/USD").path("pending")));
        awaitStatus("the contract", () -> ada.get("/v1/contracts/" + contract), "COMPLETED");
        screen.step("", "the contract is done", "COMPLETED");
    }

    private static String status(Person person, String path) {
        return person.get(path).path("status").asString();
    }

    private void review(String contract) {
        for (var person : List.of(ada, ben)) {
            Api.await(
                    "the review window",
                    () -> person.get("/v1/review-windows").path("items"),
                    windows -> windows.valueStream().anyMatch(has("contractId", contract)));
        }
        submit(ada, contract, 5, "Clear, quick and kind.");
        check(published(ben).isEmpty(), "a sealed review can be read");
        screen.step("Ada", "reviews Ben", "sealed until Ben has reviewed too");
        submit(ben, contract, 4, "Knew what she wanted and paid at once.");
        Api.await("the reviews", () -> published(ben), found -> !found.isEmpty());
        Api.await("the reviews", () -> published(ada), found -> !found.isEmpty());
        screen.step("Ben", "reviews Ada; both are published together", "5 and 4 of 5");
    }

    private void submit(Person person, String contract, int rating, String comment) {
        person.post(
                "/v1/reviews",
                Map.of("contractId", contract, "rating", rating, "comment", comment));
    }

    private List<JsonNode> published(Person subject) {
        return api.get("/v1/reviews?subject=" + subject.party(), null)
                .path("items")
                .valueStream()
                .toList();
    }

    private static void awaitStatus(
            String what, java.util.function.Supplier<JsonNode> question, String expected) {
        Api.await(
                what + " to be " + expected,
                () -> question.get().path("status").asString(),
                expected::equals);
    }

    private static java.util.function.Predicate<JsonNode> has(String field, String value) {
        return node -> node.path(field).asString().equals(value);
    }

    private static Map<String, Object> usd(long cents) {
        return Map.of("amount", cents, "currency", "USD");
    }
}
