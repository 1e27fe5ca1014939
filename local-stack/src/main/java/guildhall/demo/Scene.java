package guildhall.demo;

import static guildhall.client.ClientFailure.check;

import guildhall.client.Api;
import guildhall.client.Mailbox;
import guildhall.client.Person;
import guildhall.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where a story plays.
 *
 * @param run tells the people of this story from those of all others on the same data
 */
record Scene(Stack stack, Screen screen, Api api, Mailbox mailbox, String run, Instant began) {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    static Scene on(Stack stack, Screen screen) {
        return new Scene(
                stack,
                screen,
                new Api(stack.url("gateway")),
                new Mailbox(stack.url("mail")),
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()),
                Instant.now());
    }

    Person person(String name) {
        var email = "%s.%s@example.com".formatted(name.toLowerCase(Locale.ROOT), run);
        return new Person(api, name, email, "a long enough pass-phrase " + run);
    }

    void join(Person person, String role) {
        person.register(role);
        person.verify(mailbox.codeFor(person));
        person.logIn();
        screen.step(person.name(), "registers, verifies the mailed code, logs in", person.party());
    }

    /** Lets time pass, as the windows of the platform want it. */
    void waitUntil(Instant time) {
        check(
                Duration.between(Instant.now(), time).compareTo(LONGEST_WAIT) < 0,
                "nobody wants to watch until " + time);
        Api.await(time.toString(), LONGEST_WAIT, Instant::now, now -> now.isAfter(time));
    }
}
