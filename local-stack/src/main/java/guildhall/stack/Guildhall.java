package guildhall.stack;

import guildhall.stack.component.ComponentFailure;
import guildhall.stack.component.ComponentState;
import guildhall.stack.component.ComponentStatus;
import guildhall.stack.doctor.Doctor;
import guildhall.stack.settings.InvalidSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The command line of the local stack, behind the script of the same name. */
public final class Guildhall {
    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    private final PrintStream out;
    private final Arguments arguments;
    private final Stack stack;

    private Guildhall(PrintStream out, Arguments arguments, Stack stack) {
        this.out = out;
        this.arguments = arguments;
        this.stack = stack;
    }

    /** The script says in {@code guildhall.root} where the checkout is. */
    public static void main(String[] words) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(words, out));
    }

    private static int run(String[] words, PrintStream out) throws InterruptedException {
        try {
            var arguments = Arguments.parse(words);
            return new Guildhall(out, arguments, Stack.open(arguments.settings())).execute();
        } catch (InvalidSettings e) {
            out.println(e.getMessage());
            return USAGE;
        } catch (ComponentFailure e) {
            out.println(e.getMessage());
            return FAILURE;
        } catch (IOException e) {
            out.println(e);
            return FAILURE;
        }
    }

    private int execute() throws InterruptedException, IOException {
        return switch (arguments.command()) {
            case "up" -> up();
            case "down" -> down();
            case "status" -> status();
            case "logs" -> logs();
            case "doctor" -> doctor();
            case "reset" -> new Reset(stack, out).run(arguments) ? SUCCESS : FAILURE;
            default -> throw new InvalidSettings("there is no command " + arguments.command());
        };
    }

    private int up() throws InterruptedException {
        var begin = Instant.now();
        out.println("Starting Guildhall; data and logs are in " + stack.home().folder());
        try (var progress = new ConsoleProgress(out)) {
            stack.up(arguments.names(), progress);
        }
        out.println("Up after " + ConsoleProgress.seconds(Duration.between(begin, Instant.now())));
        if (arguments.names().isEmpty()) {
            out.print(whereThingsAre());
        }
        return SUCCESS;
    }

    private String whereThingsAre() {
        return """

          API         %s      browse it at %s/docs
          Mails       %s
          Kafka       %s
          PostgreSQL  %s
          MongoDB     %s
          Redis       %s
          Staff       %s, password: admin.password in %s
        """
                .formatted(
                        stack.url("gateway"),
                        stack.url("gateway"),
                        stack.url("mail"),
                        stack.kafkaBootstrap(),
                        stack.url("postgres"),
                        stack.mongoUri(),
                        stack.url("redis"),
                        stack.adminEmail(),
                        stack.home().secrets());
    }

    private int down() throws InterruptedException {
        try (var progress = new ConsoleProgress(out)) {
            stack.down(arguments.names(), progress);
        }
        out.println(arguments.names().isEmpty() ? "Everything is stopped." : "Stopped.");
        return SUCCESS;
    }

    /** Fails unless everything is ready, so that scripts can ask. */
    private int status() throws InterruptedException {
        var components = stack.status();
        out.println(StatusTable.of(components));
        components.stream()
                .filter(component -> component.state() == ComponentState.CRASHED)
                .map(ComponentStatus::name)
                .forEach(name ->
                        out.println(
                                "%1$s crashed: see './guildhall logs %1$s', start it again with './guildhall up %1$s'"
                                        .formatted(name)));
        return components.stream().allMatch(Guildhall::isReady) ? SUCCESS : FAILURE;
    }

    private static boolean isReady(ComponentStatus component) {
        return component.state() == ComponentState.READY;
    }

    private int doctor() {
        var supervisors = stack.names().stream().map(stack::supervisor).toList();
        var healthy = Doctor.examine(stack.home(), stack.settings(), supervisors, out);
        return healthy ? SUCCESS : FAILURE;
    }

    private int logs() throws InterruptedException, IOException {
        var names = arguments.names().isEmpty() ? stack.names() : arguments.names();
        names.forEach(stack::supervisor);
        var view = new LogView(stack.home(), out, arguments.has("--raw"));
        view.show(List.copyOf(names), arguments.has("-f", "--follow"));
        return SUCCESS;
    }
}
