package guildhall.demo;

import static guildhall.client.ClientFailure.check;
import static guildhall.demo.Screen.money;

import guildhall.client.Api;
import guildhall.client.Mailbox;
import guildhall.client.Person;
import guildhall.stack.Stack;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a partner saw, which mails went out, what the books say. */
final class Epilogue {
    private static final Set<String> PUBLIC_EVENTS =
            Set.of(
                    "public.job-published.v1",
                    "public.contract-activated.v1",
                    "public.milestone-paid.v1",
                    "public.contract-completed.v1",
                    "public.reviews-published.v1");

    private final Stack stack;
    private final Screen screen;
    private final PartnerFeed partner;
    private final Mailbox mailbox;

    Epilogue(Stack stack, Screen screen, PartnerFeed partner, Mailbox mailbox) {
        this.stack = stack;
        this.screen = screen;
        this.partner = partner;
        this.mailbox = mailbox;
    }

    void tell(List<Person> sides, Person loser, Set<String> ids) {
        screen.chapter("What a partner system saw on the public topics");
        publicEvents(ids);
        screen.chapter("The mails that went out");
        sides.forEach(side -> mails(side, "Reviews published"));
        mails(loser, "Not this time");
        screen.chapter("The books");
        sides.forEach(this::statement);
        trialBalance();
    }

    private void publicEvents(Set<String> ids) {
        var events =
                Api.await(
                        "the public events",
                        () -> partner.about(ids),
                        seen -> types(seen).containsAll(PUBLIC_EVENTS));
        events.forEach(event -> screen.line(event.type() + "  " + event.body()));
        check(events.size() == types(events).size(), "a public event was published twice");
    }

    private static Set<String> types(List<PartnerFeed.Seen> events) {
        return events.stream().map(PartnerFeed.Seen::type).collect(Collectors.toSet());
    }

    /** Waits for the mail that ends this person's part of the story. */
    private void mails(Person person, String last) {
        var subjects =
                Api.await(
                        "the mail '" + last + "' to " + person.name(),
                        () -> mailbox.subjects(person),
                        all -> all.stream().anyMatch(subject -> subject.startsWith(last)));
        subjects.forEach(subject -> screen.line("%-5s %s".formatted(person.name(), subject)));
        subjects.forEach(subject ->
                check(
                        Collections.frequency(subjects, subject) <= expected(subject),
                        "a mail was sent too often: " + subject));
    }

    /** Two proposals arrive and work is delivered twice; everything else happens once. */
    private static int expected(String subject) {
        return subject.startsWith("New proposal") || subject.startsWith("Work delivered") ? 2 : 1;
    }

    private void statement(Person person) {
        var wallet = person.get("/v1/wallets/USD");
        screen.line(
                "%s: available %s, pending %s, in escrow %s"
                        .formatted(
                                person.name(),
                                money(wallet.path("available")),
                                money(wallet.path("pending")),
                                money(wallet.path("escrowed"))));
        person.get("/v1/wallets/USD/statement")
                .path("items")
                .forEach(line ->
                        screen.line(
                                "    %-6s %12s  %-16s %s"
                                        .formatted(
                                                line.path("direction").asString(),
                                                money(line.path("amount")),
                                                line.path("reason").asString(),
                                                line.path("description").asString())));
        check(wallet.path("escrowed").path("amount").asLong() == 0, "money is left in escrow");
    }

    private void trialBalance() {
        var staff =
                new Person(
                        new Api(stack.url("gateway")),
                        "Staff",
                        stack.adminEmail(),
                        stack.adminPassword());
        staff.logIn();
        var balance = staff.get("/v1/ledger/trial-balance");
        balance.path("rows")
                .forEach(row ->
                        screen.line(
                                "    %-16s %s  debit %14d  credit %14d"
                                        .formatted(
                                                row.path("code").asString(),
                                                row.path("currency").asString(),
                                                row.path("debit").asLong(),
                                                row.path("credit").asLong())));
        check(balance.path("balanced").asBoolean(), "the ledger does not balance: " + balance);
        screen.line("Trial balance: difference " + balance.path("difference").asString());
    }
}
