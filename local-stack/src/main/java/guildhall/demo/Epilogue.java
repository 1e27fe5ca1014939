package guildhall.demo;

import static guildhall.client.ClientFailure.check;

import guildhall.client.Api;
import guildhall.client.Person;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a partner saw of the first job, and which mails went out. */
final class Epilogue {
    private static final Set<String> PUBLIC_EVENTS =
            Set.of(
                    "public.job-published.v1",
                    "public.contract-activated.v1",
                    "public.milestone-paid.v1",
                    "public.contract-completed.v1",
                    "public.reviews-published.v1");

    private final Scene scene;
    private final Screen screen;
    private final PartnerFeed partner;

    Epilogue(Scene scene, PartnerFeed partner) {
        this.scene = scene;
        this.screen = scene.screen();
        this.partner = partner;
    }

    void tell(List<Person> sides, Person loser, Set<String> ids) {
        screen.chapter("What a partner system saw on the public topics");
        publicEvents(ids);
        screen.chapter("The mails that went out");
        sides.forEach(side -> mails(side, "Reviews published"));
        mails(loser, "Not this time");
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
                        () -> scene.mailbox().subjects(person),
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
}
