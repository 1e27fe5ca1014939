package guildhall.bench;

import guildhall.stack.Stack;

/** What the figures were measured on. */
final class Machine {
    static String describe(Stack stack) {
        var runtime = Runtime.getRuntime();
        return "%d cores, %s %s, services with %s JVM flags, client on the same machine"
                .formatted(
                        runtime.availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        stack.settings().productionJvm() ? "production" : "quick-start");
    }

    private Machine() {}
}
