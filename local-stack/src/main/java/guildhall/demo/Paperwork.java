package guildhall.demo;

import static guildhall.client.ClientFailure.check;
import static guildhall.demo.Json.awaitStatus;
import static guildhall.demo.Json.cents;
import static guildhall.demo.Json.has;
import static guildhall.demo.Json.id;
import static guildhall.demo.Json.status;
import static guildhall.demo.Json.usd;
import static guildhall.demo.Screen.money;

import guildhall.client.Api;
import guildhall.client.Person;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A refund to the card, what is bought from the platform, invoices and statements. */
final class Paperwork {
    private static final long TOP_UP = 15_000;
    private static final long REFUND = 4_000;

    /** What the four releases of both jobs were worth, and what the platform took of it. */
    private static final int RELEASES = 4;

    private static final long WORK = 50_000 + 25_000 + 45_000 + 33_337;
    private static final long FEES = 10_000 + 2_500 + 4_500 + 3_334;

    private final Scene scene;
    private final Screen screen;
    private final Person ada;
    private final Person ben;

    Paperwork(Scene scene, Person ada, Person ben) {
        this.scene = scene;
        this.screen = scene.screen();
        this.ada = ada;
        this.ben = ben;
    }

    void tell() {
        screen.chapter("Ada has money sent back to her card, buys credits; Ben tries a plan");
        refund();
        credits();
        plan();
        screen.chapter("Everything has its papers");
        invoices();
        List.of(ada, ben).forEach(this::statement);
    }

    private void refund() {
        var topUp = new Market(scene).topUp(ada, TOP_UP);
        var before = ada.wallet("available");
        var refund =
                ada.post(
                        "/v1/refunds",
                        Map.of(
                                "topUpId",
                                topUp,
                                "amount",
                                usd(REFUND),
                                "reason",
                                "More than was needed"));
        screen.step("Ada", "wants " + money(refund.path("amount")) + " back", status(refund));
        var path = "/v1/refunds/" + id(refund);
        awaitStatus("the refund", () -> ada.get(path), "PROCESSED");
        check(ada.wallet("available") == before - REFUND, "the refund and the wallet disagree");
        screen.step("Ada", "has it on her card", "PROCESSED");
    }

    private void credits() {
        var before = ada.get("/v1/credits").path("available").asInt();
        var purchase = ada.post("/v1/credits/purchases", Map.of("pack", "starter"));
        var path = "/v1/credits/purchases/" + id(purchase);
        var done = awaitStatus("the purchase of credits", () -> ada.get(path), "SUCCEEDED");
        var units = done.path("units").asInt();
        check(
                ada.get("/v1/credits").path("available").asInt() == before + units,
                "the credits are not there");
        screen.step(
                "Ada",
                "buys %d credits for %s".formatted(units, money(done.path("price"))),
                status(done));
    }

    private void plan() {
        var subscription = ben.post("/v1/subscriptions", Map.of("plan", "plus"));
        check(status(subscription).equals("TRIALING"), "no trial: " + subscription);
        screen.step(
                "Ben",
                "subscribes to the plan '%s'"
                        .formatted(subscription.path("plan").path("plan").asString()),
                "%s until %s"
                        .formatted(
                                status(subscription),
                                subscription.path("benefitsUntil").asString().substring(0, 10)));
    }

    /** The talent's for the work, and the platform's for its fee. */
    private void invoices() {
        var work = releaseInvoices(ada);
        work.forEach(this::show);
        check(total(work) == WORK, "the invoices for the work say " + total(work));
        var fees = releaseInvoices(ben);
        fees.forEach(this::show);
        check(total(fees) == FEES, "the invoices for the fees say " + total(fees));
        var number = work.getFirst().path("number").asString();
        var pdf = ada.download("/v1/invoices/" + id(work.getFirst()) + "/pdf");
        new Pdf(pdf).requireAbout(number);
        screen.step(
                "Ada",
                "downloads " + number + ".pdf",
                "%s, %,d bytes".formatted(pdf.contentType(), pdf.bytes().length()));
    }

    private static List<JsonNode> releaseInvoices(Person recipient) {
        return Api.await(
                "an invoice for each release",
                () ->
                        recipient
                                .get("/v1/invoices?role=RECIPIENT&limit=100")
                                .path("items")
                                .valueStream()
                                .filter(has("kind", "INVOICE"))
                                .filter(node ->
                                        node.path("subject")
                                                .path("type")
                                                .asString()
                                                .equals("release"))
                                .toList(),
                found -> found.size() == RELEASES);
    }

    private static long total(List<JsonNode> invoices) {
        return invoices.stream().mapToLong(invoice -> cents(invoice.path("total"))).sum();
    }

    private void show(JsonNode invoice) {
        check(status(invoice).equals("PAID"), "an invoice that is not paid: " + invoice);
        screen.line(
                "%-22s %-18s %-34s %12s  %s"
                        .formatted(
                                invoice.path("number").asString(),
                                invoice.path("issuer").path("name").asString(),
                                invoice.path("lines").path(0).path("description").asString(),
                                money(invoice.path("total")),
                                status(invoice)));
    }

    /** The file for spreadsheets ends with what is in the wallet. */
    private void statement(Person person) {
        var file = person.download("/v1/wallets/USD/statement.csv");
        check(file.contentType().startsWith("text/csv"), "not a CSV: " + file.contentType());
        var lines = file.text().lines().map(Paperwork::fields).toList();
        var head = lines.getFirst();
        var rows = lines.subList(1, lines.size());
        for (var account : List.of("AVAILABLE", "PENDING")) {
            var last =
                    rows.stream()
                            .filter(row -> row.get(head.indexOf("account")).equals(account))
                            .reduce((_, later) -> later)
                            .map(row -> row.get(head.indexOf("balance_after")))
                            .orElse("0");
            var wallet = person.wallet(account.toLowerCase(Locale.ROOT));
            check(
                    new BigDecimal(last).movePointRight(2).longValueExact() == wallet,
                    "%s's statement ends with %s, the wallet says %d"
                            .formatted(person.name(), last, wallet));
        }
        screen.step(
                person.name(),
                "downloads the statement as CSV",
                "%d lines, ends with the wallet's balance".formatted(rows.size()));
    }

    /** Quoted fields come after those that are read here. */
    private static List<String> fields(String line) {
        return List.of(line.split(",", -1));
    }
}
