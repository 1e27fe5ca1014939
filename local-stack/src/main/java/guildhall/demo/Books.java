package guildhall.demo;

import static guildhall.client.ClientFailure.check;
import static guildhall.demo.Json.cents;
import static guildhall.demo.Screen.money;

import guildhall.client.Api;
import guildhall.client.Person;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the books say in the end: everybody's statement, the trial balance, the seals. */
record Books(Scene scene) {
    void tell(List<Person> people, Person staff) {
        scene.screen().chapter("The books");
        people.forEach(this::statement);
        trialBalance(staff);
        seals(staff);
    }

    private void statement(Person person) {
        var wallet = person.get("/v1/wallets/USD");
        line(
                "%s: available %s, pending %s, in escrow %s"
                        .formatted(
                                person.name(),
                                money(wallet.path("available")),
                                money(wallet.path("pending")),
                                money(wallet.path("escrowed"))));
        person.get("/v1/wallets/USD/statement?limit=100")
                .path("items")
                .forEach(line ->
                        line(
                                "    %-9s %-6s %14s  %-18s %s"
                                        .formatted(
                                                line.path("account").asString(),
                                                line.path("direction").asString(),
                                                money(line.path("amount")),
                                                line.path("reason").asString(),
                                                line.path("description").asString())));
        check(cents(wallet.path("escrowed")) == 0, "money is left in escrow");
    }

    private void trialBalance(Person staff) {
        var balance = staff.get("/v1/ledger/trial-balance");
        balance.path("rows").forEach(this::row);
        check(balance.path("balanced").asBoolean(), "the ledger does not balance: " + balance);
        line("Trial balance: difference " + balance.path("difference").asString());
    }

    private void row(JsonNode row) {
        line(
                "    %-18s %s  debit %14d  credit %14d"
                        .formatted(
                                row.path("code").asString(),
                                row.path("currency").asString(),
                                row.path("debit").asLong(),
                                row.path("credit").asLong()));
        check(
                !row.path("code").asString().equals("SUSPENSE")
                        || row.path("debit").asLong() == row.path("credit").asLong(),
                "money is left in suspense: " + row);
    }

    /** Recomputes the whole chain. */
    private void seals(Person staff) {
        var head =
                Api.await(
                        "the first seal",
                        () -> staff.get("/v1/ledger/seals/head"),
                        seen -> seen.path("position").asLong() > 0);
        var through = 0L;
        while (through < head.path("position").asLong()) {
            var verdict = staff.get("/v1/ledger/verification?from=" + through);
            check(verdict.path("intact").asBoolean(), "the books were changed: " + verdict);
            check(verdict.path("through").asLong() > through, "no progress: " + verdict);
            through = verdict.path("through").asLong();
        }
        line(
                "Seals: all %d journals are as they were posted, the last hash is %s…"
                        .formatted(through, head.path("hash").asString().substring(0, 16)));
    }

    private void line(String text) {
        scene.screen().line(text);
    }
}
