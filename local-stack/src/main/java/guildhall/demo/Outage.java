package guildhall.demo;

import static guildhall.client.ClientFailure.check;

import guildhall.client.Api;
import guildhall.client.ClientFailure;
import guildhall.client.Person;
import guildhall.stack.ConsoleProgress;
import guildhall.stack.Stack;
import guildhall.stack.component.ComponentFailure;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;

/** One service is away for most of the story, if the viewer wants to see what that breaks. */
final class Outage {
    private static final String VICTIM = "review";
    private static final int UNAVAILABLE = 503;
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final Stack stack;
    private final boolean wanted;
    private final PrintStream out;

    Outage(Stack stack, boolean wanted, PrintStream out) {
        this.stack = stack;
        this.wanted = wanted;
        this.out = out;
    }

    /** Stops the service; its own routes must say so, and from now on nothing else may notice. */
    void begin(Api api, Person witness, Screen screen) {
        if (!wanted) {
            return;
        }
        screen.chapter("review-service is stopped; everything else goes on");
        change(progress -> stack.stop(VICTIM, progress));
        var routes =
                List.of(
                        "/v1/review-windows",
                        "/v1/reviews?subject=" + witness.party(),
                        "/v1/reputations/" + witness.party().replace(':', '/'));
        for (var route : routes) {
            var answer = api.ask(route, witness.token());
            var problem = answer.body().path("type").asString("");
            check(answer.status() == UNAVAILABLE, route + " answered " + answer.status());
            check(!problem.isEmpty(), route + " answered 503 without a problem");
            var title = answer.body().path("title").asString();
            screen.step("", "GET " + ID.matcher(route).replaceAll("…"), UNAVAILABLE + " " + title);
        }
    }

    /** Starts it again; it has to find out by itself what happened meanwhile. */
    void end(Screen screen) {
        if (!wanted) {
            return;
        }
        screen.chapter("review-service is started again");
        change(progress -> stack.start(VICTIM, progress));
    }

    private void change(Change change) {
        try (var progress = new ConsoleProgress(out)) {
            change.make(progress);
        } catch (ComponentFailure failed) {
            throw new ClientFailure(String.valueOf(failed.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("interrupted");
        }
    }

    /** Something done to the stack. */
    private interface Change {
        void make(ConsoleProgress progress) throws InterruptedException;
    }
}
