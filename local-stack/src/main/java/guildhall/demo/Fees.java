package guildhall.demo;

import static guildhall.client.ClientFailure.check;
import static guildhall.demo.Json.cents;
import static guildhall.demo.Json.party;
import static guildhall.demo.Json.usd;
import static guildhall.demo.Screen.money;

import guildhall.client.Person;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the platform says that a payment would cost, held against what it took. */
record Fees(Screen screen, Person client, Person talent) {
    /** Asks for the fee of an amount between the two, if it were released now. */
    JsonNode preview(Person asking, long cents) {
        var preview =
                asking.post(
                        "/v1/fee-previews",
                        Map.of(
                                "client", party(client.party()),
                                "talent", party(talent.party()),
                                "amount", usd(cents)));
        screen.step(
                asking.name(),
                "asks what %s would cost".formatted(money(preview.path("gross"))),
                "fee %s: %s".formatted(money(preview.path("fee")), tiers(preview)));
        check(
                cents(preview.path("fee")) + cents(preview.path("net")) == cents,
                "a preview that does not add up: " + preview);
        return preview;
    }

    private static String tiers(JsonNode preview) {
        return preview.path("parts")
                .valueStream()
                .map(part ->
                        "%d %% of %s"
                                .formatted(
                                        part.path("basisPoints").asLong() / 100,
                                        money(part.path("amount"))))
                .collect(Collectors.joining(", "));
    }

    /** To the cent. */
    void requireAsPreviewed(JsonNode preview, JsonNode release) {
        check(
                preview.path("fee").equals(release.path("fee"))
                        && preview.path("net").equals(release.path("net")),
                "previewed was %s, posted was %s".formatted(preview, release));
        screen.step(
                "",
                "it was posted as it was previewed, to the cent",
                "fee %s, net %s".formatted(money(release.path("fee")), money(release.path("net"))));
    }
}
