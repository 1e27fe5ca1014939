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

    /** Returns when the next batch may be taken. An interrupted rest ends and stays interrupted. */
    public void rest(int messages) {
        try {
            Thread.sleep(restAfter(messages));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
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
