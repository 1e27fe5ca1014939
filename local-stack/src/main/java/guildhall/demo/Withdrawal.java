package guildhall.demo;

import static guildhall.client.ClientFailure.check;
import static guildhall.demo.Json.awaitStatus;
import static guildhall.demo.Json.id;
import static guildhall.demo.Json.status;
import static guildhall.demo.Json.usd;
import static guildhall.demo.Screen.money;

import guildhall.client.Api;
import guildhall.client.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Money leaves the platform: at first in vain, then for good. */
final class Withdrawal {
    /** The sandbox provider plays a bank that has closed the account for amounts that end in 13. */
    private static final long REFUSED = 10_013;

    private static final long PAID = 20_000;
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final String TOO_MUCH = "payment/daily-limit-exceeded";
    private static final Duration TIME_TO_ASK = Duration.ofSeconds(2);

    private final Scene scene;
    private final Screen screen;
    private final Person ben;
    private final Person reviewer;

    Withdrawal(Scene scene, Person ben, Person reviewer) {
        this.scene = scene;
        this.screen = scene.screen();
        this.ben = ben;
        this.reviewer = reviewer;
    }

    void tell() {
        screen.chapter("Ben wants more than a stranger may withdraw; staff sees his papers");
        var account = openAccount();
        tooMuch(account);
        new Papers(scene, ben, reviewer).tell();
        screen.chapter("Ben withdraws; his bank refuses, and the money returns");
        refused(account);
        screen.chapter("Ben names another account and is paid");
        correct(account);
        paid(account);
    }

    private String openAccount() {
        var opened =
                ben.post(
                        "/v1/payout-accounts",
                        Map.of("method", "BANK_TRANSFER", "currency", "USD", "token", "tok_4242"));
        screen.step("Ben", "names a bank account", status(opened));
        activate(id(opened));
        return id(opened);
    }

    private void activate(String account) {
        var path = "/v1/payout-accounts/" + account;
        var active = awaitStatus("the payout account", () -> ben.get(path), "ACTIVE");
        screen.step(
                "Ben",
                "is verified by the provider",
                "ACTIVE, account …" + active.path("lastFour").asString());
        var from = Instant.parse(active.path("payoutsFrom").asString());
        if (Instant.now().plus(TIME_TO_ASK).isBefore(from)) {
            refuseTooEarly(account);
        }
        scene.waitUntil(from);
        screen.step("", "the account is old enough to be paid to", "");
    }

    private void refuseTooEarly(String account) {
        var answer = ben.ask("/v1/payouts", request(account, PAID, "STANDARD"));
        check(
                answer.status() == CONFLICT
                        && answer.problem().equals("payment/payout-account-on-hold"),
                "a payout to a new account was not refused: " + answer);
        screen.step("Ben", "wants his money at once", CONFLICT + " " + answer.problem());
    }

    private void tooMuch(String account) {
        var answer = ben.ask("/v1/payouts", request(account, PAID, "STANDARD"));
        check(
                answer.status() == UNPROCESSABLE && answer.problem().equals(TOO_MUCH),
                "somebody unknown could withdraw that much: " + answer);
        screen.step("Ben", "wants " + Screen.usd(PAID), UNPROCESSABLE + " " + answer.problem());
    }

    private void refused(String account) {
        var before = ben.wallet("available");
        var payout = request(account, REFUSED);
        check(
                ben.wallet("available") == before - REFUSED,
                "the money of the payout is still in the wallet");
        screen.step("Ben", "withdraws " + money(payout.path("amount")), status(payout));
        var failed = await(payout, "FAILED");
        screen.step("", "the bank refuses it", "FAILED, " + failed.path("failure").asString());
        check(ben.wallet("available") == before, "the money did not return to the cent");
        screen.step("Ben", "has his money back", "available " + Screen.usd(before));
        var seen = ben.get("/v1/payout-accounts/" + account);
        check(status(seen).equals("RESTRICTED"), "the refused account is still in use: " + seen);
        screen.step("", "nothing is sent there again until Ben corrects it", status(seen));
    }

    private void correct(String account) {
        ben.put("/v1/payout-accounts/" + account + "/destination", Map.of("token", "tok_1881"));
        screen.step("Ben", "names another destination", "the hold begins again");
        activate(account);
    }

    private void paid(String account) {
        var before = ben.wallet("available");
        var payout = request(account, PAID);
        screen.step("Ben", "withdraws " + money(payout.path("amount")), status(payout));
        var done = await(payout, "COMPLETED");
        screen.step("Ben", "is paid by the bank", "COMPLETED, " + money(done.path("net")));
        check(ben.wallet("available") == before - PAID, "the payout and the wallet disagree");
    }

    /** Payments hear of Ben's new tier a moment after it was approved. */
    private JsonNode request(String account, long cents) {
        var answer =
                Api.await(
                        "the limit of the new tier",
                        () -> ben.ask("/v1/payouts", request(account, cents, "STANDARD")),
                        asked -> !asked.problem().equals(TOO_MUCH));
        check(answer.status() == ACCEPTED, "the payout was refused: " + answer);
        return answer.body();
    }

    private static Map<String, Object> request(String account, long cents, String speed) {
        return Map.of("accountId", account, "amount", usd(cents), "speed", speed);
    }

    private JsonNode await(JsonNode payout, String expected) {
        var path = "/v1/payouts/" + id(payout);
        return Api.await(
                "the payout to be " + expected,
                () -> ben.get(path),
                seen -> status(seen).equals(expected));
    }
}
