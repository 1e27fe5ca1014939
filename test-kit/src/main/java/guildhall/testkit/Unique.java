package guildhall.testkit;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Names that no other test class and no other test run uses, even on a shared server. */
final class Unique {
    private static final String RUN =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private static final AtomicInteger NEXT = new AtomicInteger();

    static String suffix() {
        return RUN + "_" + NEXT.incrementAndGet();
    }

    private Unique() {}
}
