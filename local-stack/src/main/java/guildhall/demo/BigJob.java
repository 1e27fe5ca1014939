package guildhall.demo;

import static guildhall.client.ClientFailure.check;
import static guildhall.demo.Json.awaitStatus;
import static guildhall.demo.Json.cents;
import static guildhall.demo.Json.has;
import static guildhall.demo.Json.id;
import static guildhall.demo.Json.party;
import static guildhall.demo.Json.status;
import static guildhall.demo.Json.usd;
import static guildhall.demo.Screen.money;

import guildhall.client.Api;
import guildhall.client.Person;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Two milestones: one paid in parts, one shared by a team; every fee is known beforehand. */
final class BigJob {
    private static final long SKETCHES = 70_000;
    private static final long PART = 25_000;
    private static final long GUIDELINES = 33_337;
    private static final long TIP = 2_500;
    private static final int CLEOS_SHARE = 4_000;
    private static final int WHOLE = 10_000;
    private static final long LARGE = 1_200_000;

    private final Scene scene;
    private final Screen screen;
    private final Fees fees;
    private final Person ada;
    private final Person ben;
    private final Person cleo;

    BigJob(Scene scene, Person ada, Person ben, Person cleo) {
        this.scene = scene;
        this.screen = scene.screen();
        this.fees = new Fees(screen, ada, ben);
        this.ada = ada;
        this.ben = ben;
        this.cleo = cleo;
    }

    void tell() {
        screen.chapter("A bigger job: what it will cost is known before anybody signs");
        fees.preview(ada, SKETCHES);
        fees.preview(ben, LARGE);
        var contract = hire();

        screen.chapter("The first milestone is paid in parts");
        var sketches = milestone(contract, 0);
        partialRelease(contract, sketches);
        var escrow = finish(contract, sketches, SKETCHES - PART);

        screen.chapter("Ben takes Cleo into his team; the second milestone is split");
        shareWithCleo(contract);
        teamSplit(contract);

        screen.chapter("A tip, and the end of the safety window");
        tip(escrow);
        clear();
    }

    private String hire() {
        billingProfiles();
        var market = new Market(scene);
        market.topUp(ada, 120_000);
        var job = market.post(ada, "bakery", 150_000);
        var proposal =
                market.propose(
                        ben,
                        job,
                        SKETCHES + GUIDELINES,
                        List.of(plan("Sketches", SKETCHES), plan("Guidelines", GUIDELINES)));
        ada.post("/v1/proposals/" + proposal + "/acceptance");
        var contract = market.activeContract(ada, proposal);
        screen.step(
                "Ada",
                "accepts; the first milestone is funded",
                "ACTIVE, held " + money(contract.path("money").path("held")));
        return id(contract);
    }

    private void billingProfiles() {
        profile(ada, "Kiosk & Bakery Ltd", "1 Harbour Road", "IE");
        profile(ben, "Ben Builds Brands", "7 Studio Lane", "GB");
    }

    private static void profile(Person person, String name, String street, String country) {
        person.put(
                "/v1/billing-profile",
                Map.of("name", name, "address", List.of(street), "country", country));
    }

    private static Map<String, Object> plan(String title, long cents) {
        return Map.of("title", title, "amount", usd(cents), "dueInDays", 7);
    }

    private JsonNode milestone(String contract, int index) {
        return ben.get("/v1/contracts/" + contract + "/milestones").path("items").path(index);
    }

    private void partialRelease(String contract, JsonNode milestone) {
        var path = "/v1/milestones/" + id(milestone);
        ben.post(path + "/start");
        screen.step("Ben", "starts working", status(ben.get(path)));
        var preview = fees.preview(ada, PART);
        var before = ben.wealth();
        ada.post(path + "/partial-releases", Map.of("amount", usd(PART)));
        var escrow = awaitReleased(contract, milestone, PART);
        screen.step(
                "Ada",
                "pays a part while the work goes on",
                "%s, still held %s".formatted(status(escrow), money(escrow.path("held"))));
        fees.requireAsPreviewed(preview, lastRelease(escrow));
        check(
                ben.wealth() - before == cents(preview.path("net")),
                "the part is not in Ben's wallet");
        Api.await(
                "the part at the milestone",
                () -> ben.get(path).path("partialReleases").path(0).path("payment"),
                JsonNode::isObject);
    }

    /** Delivers, approves and pays the rest; the escrow. */
    private JsonNode finish(String contract, JsonNode milestone, long rest) {
        var path = "/v1/milestones/" + id(milestone);
        ben.post(path + "/submissions", Map.of("notes", "Done, see the folder."));
        var preview = fees.preview(ben, rest);
        ada.post(path + "/approval");
        var escrow = awaitReleased(contract, milestone, cents(milestone.path("amount")));
        screen.step("Ada", "approves; what is held is paid", status(escrow));
        fees.requireAsPreviewed(preview, lastRelease(escrow));
        awaitStatus("the milestone", () -> ada.get(path), "PAID");
        return escrow;
    }

    private void shareWithCleo(String contract) {
        var path = "/v1/contracts/" + contract + "/team";
        ben.put(
                path,
                Map.of(
                        "shares",
                        List.of(share(ben, WHOLE - CLEOS_SHARE), share(cleo, CLEOS_SHARE))));
        screen.step("Ben", "offers Cleo 40 % of what comes from now on", "waits for Cleo");
        var offer = cleo.get("/v1/contracts/team-offers").path("items").path(0);
        check(has("contractId", contract).test(offer), "Cleo does not see the offer: " + offer);
        var team = cleo.post(path + "/acceptance", Map.of("basisPoints", CLEOS_SHARE));
        check(team.path("complete").asBoolean(), "the team is not complete: " + team);
        screen.step("Cleo", "sees the offer and accepts it", "60 % Ben, 40 % Cleo");
    }

    private static Map<String, Object> share(Person member, int basisPoints) {
        return Map.of("member", party(member.party()), "basisPoints", basisPoints);
    }

    private void teamSplit(String contract) {
        ada.post("/v1/contracts/" + contract + "/funding");
        var milestone = milestone(contract, 1);
        var path = "/v1/milestones/" + id(milestone);
        awaitStatus("the milestone", () -> ben.get(path), "FUNDED");
        var escrow = escrow(contract, milestone);
        check(escrow.path("team").size() == 2, "the escrow has no team: " + escrow);
        screen.step("Ada", "funds the second milestone", "held " + money(escrow.path("held")));
        var bens = ben.wealth();
        var cleos = cleo.wealth();
        var release = lastRelease(finish(contract, milestone, GUIDELINES));
        var net = cents(release.path("net"));
        var toCleo = net * CLEOS_SHARE / WHOLE;
        check(cleo.wealth() - cleos == toCleo, "Cleo did not get her share");
        check(ben.wealth() - bens == net - toCleo, "Ben did not get his share");
        screen.step(
                "",
                "the team shares it; the odd cent stays with Ben",
                "Ben %s, Cleo %s".formatted(Screen.usd(net - toCleo), Screen.usd(toCleo)));
        awaitStatus("the contract", () -> ada.get("/v1/contracts/" + contract), "COMPLETED");
        screen.step("", "the contract is done", "COMPLETED");
    }

    private void tip(JsonNode escrow) {
        var before = ben.wealth();
        var tip =
                ada.post(
                        "/v1/escrows/" + id(escrow) + "/tips",
                        Map.of("amount", usd(TIP), "note", "What a wonderful blue!"));
        check(ben.wealth() - before == TIP, "the tip did not arrive in full");
        screen.step(
                "Ada",
                "tips Ben " + money(tip.path("amount")) + " for the sketches",
                "fee " + money(tip.path("fee")));
    }

    private void clear() {
        for (var person : List.of(ben, cleo)) {
            var wealth = person.wealth();
            Api.await(
                    person.name() + "'s money to be cleared",
                    () -> person.wallet("pending"),
                    pending -> pending == 0);
            check(person.wallet("available") == wealth, "clearing changed what there is");
            screen.step(
                    person.name(),
                    "can spend everything: the window is over",
                    "available " + Screen.usd(wealth));
        }
    }

    private JsonNode awaitReleased(String contract, JsonNode milestone, long cents) {
        var escrow =
                Api.await(
                        "the release",
                        () -> escrow(contract, milestone),
                        seen -> cents(seen.path("released")) == cents);
        var parts = List.of("held", "frozen", "released", "refunded");
        var sum = parts.stream().mapToLong(part -> cents(escrow.path(part))).sum();
        check(sum == cents(escrow.path("amount")), "an escrow that does not add up: " + escrow);
        return escrow;
    }

    private JsonNode escrow(String contract, JsonNode milestone) {
        return ada.get("/v1/escrows?contractId=" + contract)
                .path("items")
                .valueStream()
                .filter(has("milestoneId", id(milestone)))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode lastRelease(JsonNode escrow) {
        return escrow.path("movements")
                .valueStream()
                .filter(has("kind", "RELEASE"))
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
