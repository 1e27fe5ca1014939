package guildhall.demo;

import static guildhall.client.ClientFailure.check;
import static guildhall.demo.Json.awaitStatus;
import static guildhall.demo.Json.has;
import static guildhall.demo.Json.id;
import static guildhall.demo.Screen.money;

import guildhall.client.Api;
import guildhall.client.Person;
import guildhall.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** From registration to reviews, and on to the end of the money. */
final class Story implements AutoCloseable {
    private static final long PRICE = 50_000;

    private final Scene scene;
    private final Screen screen;
    private final Trouble trouble;
    private final Outage outage;
    private final Api api;
    private final Market market;
    private final PartnerFeed partner;
    private final List<LiveConnection> connections = new ArrayList<>();
    private final Person ada;
    private final Person ben;
    private final Person cleo;

    Story(Stack stack, Screen screen, Trouble trouble, Outage outage) {
        this.scene = Scene.on(stack, screen);
        this.screen = screen;
        this.trouble = trouble;
        this.outage = outage;
        api = scene.api();
        market = new Market(scene);
        partner = new PartnerFeed(stack.kafkaBootstrap());
        ada = scene.person("Ada");
        ben = scene.person("Ben");
        cleo = scene.person("Cleo");
    }

    void tell() {
        screen.chapter("A client and two talents join");
        scene.join(ada, "CLIENT");
        scene.join(ben, "TALENT");
        scene.join(cleo, "TALENT");

        outage.begin(api, ben, screen);

        screen.chapter("A job is posted, found and answered");
        var job = market.post(ada, "kiosk", PRICE + 10_000);
        var chosen = market.propose(ben, job, PRICE, List.of());
        var other = market.propose(cleo, job, PRICE + 5_000, List.of());

        screen.chapter("One proposal is accepted, its money goes into escrow");
        market.topUp(ada, PRICE + 10_000);
        var contract = hire(job, chosen, other);

        screen.chapter("They write to each other");
        talk(contract);

        screen.chapter("Work is delivered, revised, approved and paid");
        work(contract);

        outage.end(screen);

        screen.chapter("Both say how it went");
        review(contract);

        new Epilogue(scene, partner).tell(List.of(ada, ben), cleo, Set.of(job, contract));
        tellOfMoney();
    }

    private void tellOfMoney() {
        screen.chapter("The money, from its first price to its last cent");
        new Windows(scene.stack().settings().variablesOf("payment")).show(screen);
        new BigJob(scene, ada, ben, cleo).tell();
        var finance = new Finance(scene);
        new Withdrawal(scene, ben, finance.chief()).tell();
        new Paperwork(scene, ada, ben).tell();
        finance.tell(ada);
        new Books(scene).tell(List.of(ada, ben, cleo), finance.chief());
    }

    @Override
    public void close() {
        connections.forEach(LiveConnection::close);
        partner.close();
    }

    private String hire(String job, String chosen, String other) {
        ada.post("/v1/proposals/" + chosen + "/acceptance");
        screen.step("Ada", "accepts Ben's proposal", "");
        trouble.strike();
        var contract = market.activeContract(ada, chosen);
        screen.step(
                "",
                "contract " + contract.path("number").asString() + " is funded",
                "ACTIVE, held " + money(contract.path("money").path("held")));
        check(ada.wallet("escrowed") == PRICE, "the escrow is not in the wallet view");
        awaitStatus("the other proposal", () -> cleo.get("/v1/proposals/" + other), "REJECTED");
        awaitStatus("the job", () -> ada.get("/v1/jobs/" + job), "IN_PROGRESS");
        screen.step("Cleo", "hears that somebody else was hired", "REJECTED");
        return id(contract);
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
        var connection = new LiveConnection(scene.stack().url("gateway"), person);
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
        var before = ben.wealth();
        ada.post(path + "/approval");
        screen.step("Ada", "approves", "");
        trouble.strike();
        var after = Api.await("the money in Ben's wallet", ben::wealth, now -> now > before);
        screen.step("Ben", "is paid", Screen.usd(after - before));
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
}
