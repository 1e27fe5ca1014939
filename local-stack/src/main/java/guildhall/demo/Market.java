package guildhall.demo;

import static guildhall.client.ClientFailure.check;
import static guildhall.demo.Json.awaitStatus;
import static guildhall.demo.Json.has;
import static guildhall.demo.Json.id;
import static guildhall.demo.Json.status;
import static guildhall.demo.Json.usd;
import static guildhall.demo.Screen.money;

import guildhall.client.Api;
import guildhall.client.Person;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Posting jobs, answering them, and what comes of an answer. */
record Market(Scene scene) {
    /** Drafts and publishes a job, and finds it as anybody would; its id. */
    String post(Person client, String thing, long most) {
        var word = thing + ThreadLocalRandom.current().nextInt(1_000_000);
        var draft =
                client.post(
                        "/v1/jobs",
                        Map.of(
                                "title",
                                "A logo for the " + word,
                                "description",
                                "We open in spring and need a mark and a sign.",
                                "category",
                                "design",
                                "kind",
                                "FIXED",
                                "skills",
                                List.of("logo-design"),
                                "budget",
                                Map.of("min", usd(40_000), "max", usd(most))));
        var id = id(draft);
        var screen = scene.screen();
        screen.step(client.name(), "drafts a job", status(draft));
        client.post("/v1/jobs/" + id + "/publication");
        var found =
                Api.await(
                        "the job in the search",
                        () -> scene.api().get("/v1/jobs?q=" + word, null).path("items"),
                        hits -> hits.valueStream().anyMatch(has("id", id)));
        screen.step(client.name(), "publishes it; anybody finds it by '" + word + "'", hits(found));
        return id;
    }

    private static String hits(JsonNode found) {
        return found.size() + " hit: " + found.path(0).path("title").asString();
    }

    /**
     * @param milestones empty when all is one
     */
    String propose(Person talent, String job, long bid, List<Map<String, Object>> milestones) {
        var proposal =
                talent.post(
                        "/v1/jobs/" + job + "/proposals",
                        Map.of(
                                "bid",
                                usd(bid),
                                "coverLetter",
                                "I draw marks for small shops.",
                                "durationDays",
                                14,
                                "milestones",
                                milestones));
        scene.screen()
                .step(
                        talent.name(),
                        "proposes to do it for " + money(proposal.path("bid")),
                        status(proposal));
        return id(proposal);
    }

    /** The contract that an accepted proposal became, once its first money is held. */
    JsonNode activeContract(Person client, String proposal) {
        return awaitStatus("the contract", () -> contractOf(client, proposal), "ACTIVE");
    }

    private static JsonNode contractOf(Person client, String proposal) {
        return client.get("/v1/contracts")
                .path("items")
                .valueStream()
                .filter(has("proposalId", proposal))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Charges the card of this person; the id of the top-up. */
    String topUp(Person person, long cents) {
        var before = person.wallet("available");
        var intent = person.post("/v1/top-ups", Map.of("amount", usd(cents)));
        var path = "/v1/top-ups/" + id(intent);
        var done = awaitStatus("the top-up", () -> person.get(path), "SUCCEEDED");
        scene.screen()
                .step(
                        person.name(),
                        "tops up " + money(done.path("amount")) + " by card",
                        status(done));
        check(person.wallet("available") == before + cents, "the top-up is not in the wallet");
        return id(intent);
    }
}
