package guildhall.demo;

import guildhall.client.ClientFailure;
import guildhall.stack.ConsoleProgress;
import guildhall.stack.Stack;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Kills the two services that handle the deal in the middle of it, if the viewer wants to see. */
final class Trouble {
    private static final List<String> VICTIMS = List.of("contract", "payment");

    private final Stack stack;
    private final boolean wanted;
    private final PrintStream out;

    Trouble(Stack stack, boolean wanted, PrintStream out) {
        this.stack = stack;
        this.wanted = wanted;
        this.out = out;
    }

    /** Kills both without warning, then starts them again; returns when they are ready. */
    void strike() {
        if (!wanted) {
            return;
        }
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var victim : VICTIMS) {
                stack.kill9(victim);
            }
            out.println("  !!       kill -9 of contract-service and payment-service");
            try (var progress = new ConsoleProgress(out)) {
                var restarts =
                        VICTIMS.stream()
                                .map(victim ->
                                        both.submit(() -> {
                                            stack.start(victim, progress);
                                            return victim;
                                        }))
                                .toList();
                for (var restart : restarts) {
                    restart.get();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("interrupted");
        } catch (ExecutionException failed) {
            throw new ClientFailure("a service did not come back: " + failed.getCause());
        }
    }
}
