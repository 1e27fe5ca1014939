package guildhall.payment.credit;

import java.math.BigDecimal;

/**
 * When a client should buy more: what is left lasts for no more than so many of its average tasks.
 *
 * @param averageTasks how many
 */
public record LowCreditRule(BigDecimal averageTasks) {
    public LowCreditRule {
        if (averageTasks.signum() < 0) {
            throw new IllegalArgumentException("Fewer than no tasks: " + averageTasks);
        }
    }

    /**
     * What the newest tasks of a client took: units that are reserved or used up. What was given
     * back was not taken, and a task that gave all back does not count.
     *
     * @param units over all of them
     */
    public record Usage(int tasks, long units) {
        /** Rounded up; of at least one task. */
        public int unitsPerTask() {
            return Math.toIntExact(Math.ceilDiv(units, (long) tasks));
        }
    }

    /** Nobody who has never had a task runs low. */
    public boolean isLow(int available, Usage usage) {
        var left = BigDecimal.valueOf((long) available * usage.tasks());
        var needed = averageTasks.multiply(BigDecimal.valueOf(usage.units()));
        return usage.tasks() > 0 && left.compareTo(needed) <= 0;
    }
}
