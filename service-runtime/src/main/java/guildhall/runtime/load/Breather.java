package guildhall.runtime.load;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Makes batches larger while there is much to do. How much arrives is an exponentially weighted
 * moving average over {@link #MEMORY}.
 */
public final class Breather {
    private static final Duration MEMORY = Duration.ofSeconds(1);

    private final Breath breath;
    private final LongSupplier nanos;
    private double perSecond;
    private long updatedAt;

    /**
     * @param nanos as {@link System#nanoTime}
     */
    public Breather(Breath breath, LongSupplier nanos) {
        this.breath = breath;
        this.nanos = nanos;
        this.updatedAt = nanos.getAsLong();
    }

    /**
     * Notes a batch, and returns when the next may be taken. An interrupted rest ends, and the
     * thread stays interrupted.
     *
     * @return whether there was a rest
     */
    public boolean rest(int messages) {
        var rest = restAfter(messages);
        try {
            Thread.sleep(rest);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return rest.isPositive();
    }

    /** Notes a batch, and says how long to rest now. */
    synchronized Duration restAfter(int messages) {
        var now = nanos.getAsLong();
        var passed = (double) (now - updatedAt) / MEMORY.toNanos();
        perSecond = perSecond * Math.exp(-passed) + (double) messages / MEMORY.toSeconds();
        updatedAt = now;
        var isBusy = perSecond >= breath.from();
        return isBusy && messages < breath.enough() ? breath.rest() : Duration.ZERO;
    }
}
