package guildhall.bench;

import guildhall.client.Api;
import guildhall.client.Mailbox;
import guildhall.client.Person;
import guildhall.stack.Stack;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** People who buy and sell, and the steps of a deal between two of them. */
final class Market {
    static final long PRICE = 10_000;

    /** Everything may be down for a while, and there are many who wait. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Api api;
    private final Mailbox mailbox;
    private final String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final List<Person> clients;
    private final List<Person> talents;

    /** A deal under way. */
    record Deal(Person client, Person talent, String contract, String milestone) {
        String path() {
            return "/v1/milestones/" + milestone;
        }
    }

    /**
     * @param pairs how many clients, and how many talents
     * @param deals how many deals each client can pay for
     */
    Market(Stack stack, int pairs, int deals) {
        api = new Api(stack.url("gateway"), PATIENCE);
        mailbox = new Mailbox(stack.url("mail"));
        clients = IntStream.range(0, pairs).mapToObj(i -> join("client", i, "CLIENT")).toList();
        talents = IntStream.range(0, pairs).mapToObj(i -> join("talent", i, "TALENT")).toList();
        clients.forEach(client -> topUp(client, deals * PRICE));
    }

    List<Person> clients() {
        return clients;
    }

    List<Person> talents() {
        return talents;
    }

    /** Posts a job for one milestone, has it answered and accepted; returns the proposal. */
    String hire(int number) {
        return hire(number, 1);
    }

    /**
     * @param parts how many milestones the work has, each for {@link #PRICE}
     */
    String hire(int number, int parts) {
        var client = clients.get(number % clients.size());
        var talent = talents.get(number % talents.size());
        var milestone = Map.of("title", "Part", "amount", usd(PRICE), "dueInDays", 7);
        var job =
                client.post(
                                "/v1/jobs",
                                Map.of(
                                        "title", "Deal " + run + " " + number,
                                        "description", "Measured work.",
                                        "category", "benchmark",
                                        "kind", "FIXED",
                                        "budget", Map.of("min", usd(1), "max", usd(parts * PRICE))))
                        .path("id")
                        .asString();
        client.post("/v1/jobs/" + job + "/publication");
        var proposal =
                talent.post(
                                "/v1/jobs/" + job + "/proposals",
                                Map.of(
                                        "bid", usd(parts * PRICE),
                                        "coverLetter", "I will do it.",
                                        "milestones", Collections.nCopies(parts, milestone)))
                        .path("id")
                        .asString();
        client.post("/v1/proposals/" + proposal + "/acceptance");
        return proposal;
    }

    /** Waits until the first milestone of a proposal's contract is funded. */
    Deal funded(int number, String proposal) {
        return deals(number, proposal).getFirst();
    }

    /** The milestones of a proposal's contract, when the first one is funded. */
    List<Deal> deals(int number, String proposal) {
        var client = clients.get(number % clients.size());
        var talent = talents.get(number % talents.size());
        var contract =
                Api.await(
                                "the contract of proposal " + proposal,
                                PATIENCE,
                                () -> contractOf(client, proposal),
                                found -> found.path("status").asString().equals("ACTIVE"))
                        .path("id")
                        .asString();
        return client.get("/v1/contracts/" + contract + "/milestones?limit=100")
                .path("items")
                .valueStream()
                .map(found -> new Deal(client, talent, contract, found.path("id").asString()))
                .toList();
    }

    /** Pays for a further milestone of an active contract. */
    void fund(Deal deal) {
        deal.client()
                .post(
                        "/v1/contracts/" + deal.contract() + "/funding",
                        Map.of("milestoneId", deal.milestone()));
        await(deal, "FUNDED");
    }

    void deliver(Deal deal) {
        deal.talent().post(deal.path() + "/start");
        deal.talent().post(deal.path() + "/submissions", Map.of("notes", "Done."));
    }

    void approve(Deal deal) {
        deal.client().post(deal.path() + "/approval");
    }

    void awaitPaid(Deal deal) {
        await(deal, "PAID");
    }

    private static void await(Deal deal, String status) {
        Api.await(
                "milestone " + deal.milestone() + " to be " + status,
                PATIENCE,
                () -> deal.client().get(deal.path()).path("status").asString(),
                status::equals);
    }

    private Person join(String role, int number, String accountRole) {
        var email = "%s%d.%s@example.com".formatted(role, number, run);
        var person = new Person(api, role + number, email, "a long pass-phrase " + run);
        person.register(accountRole);
        person.verify(mailbox.codeFor(person));
        person.logIn();
        return person;
    }

    private static void topUp(Person client, long cents) {
        var intent = client.post("/v1/top-ups", Map.of("amount", usd(cents)));
        Api.await(
                "a top-up",
                () -> client.get("/v1/top-ups/" + intent.path("id").asString()),
                seen -> seen.path("status").asString().equals("SUCCEEDED"));
    }

    private static JsonNode contractOf(Person client, String proposal) {
        return client.get("/v1/contracts?limit=20") // The newest come first.
                .path("items")
                .valueStream()
                .filter(found -> found.path("proposalId").asString().equals(proposal))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static Map<String, Object> usd(long cents) {
        return Map.of("amount", cents, "currency", "USD");
    }
}
