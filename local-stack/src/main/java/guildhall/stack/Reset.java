package guildhall.stack;

import guildhall.stack.component.Folders;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Forgets all data. Unpacked programs, settings and secrets stay unless everything is to go. */
final class Reset {
    private final Stack stack;
    private final PrintStream out;

    Reset(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /** False when the user does not confirm. */
    boolean run(Arguments arguments) throws IOException, InterruptedException {
        var folder = stack.home().folder();
        var what = arguments.has("--all") ? "everything" : "all data and logs";
        if (!arguments.has("--yes") && !confirmed("Delete %s in %s?".formatted(what, folder))) {
            out.println("Nothing was deleted.");
            return false;
        }
        try (var progress = new ConsoleProgress(out)) {
            stack.down(List.of(), progress);
        }
        if (arguments.has("--all")) {
            Folders.delete(folder);
        } else {
            Folders.delete(folder.resolve("data"));
            Folders.delete(folder.resolve("logs"));
            Folders.delete(folder.resolve("run"));
        }
        out.println("Deleted %s in %s.".formatted(what, folder));
        return true;
    }

    private boolean confirmed(String question) {
        var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (console.isEmpty()) {
            out.println(question + " Nobody to ask here: give --yes.");
            return false;
        }
        var answer = console.get().readLine("%s [y/N] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
