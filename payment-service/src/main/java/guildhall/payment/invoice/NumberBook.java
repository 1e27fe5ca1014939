package guildhall.payment.invoice;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counters that a transaction has locked. A number that nobody takes is still there for the
 * next one. Belongs to one thread.
 */
public final class NumberBook {
    private final Map<Series, Long> last;
    private final Map<Series, Long> taken = new TreeMap<>(Comparator.comparing(Series::toString));

    /**
     * @param last the number that each series gave out last; 0 when it gave out none
     */
    public NumberBook(Map<Series, Long> last) {
        this.last = new HashMap<>(last);
    }

    /**
     * The number that the series gives out next.
     *
     * @throws IllegalStateException when the series was not locked for this transaction
     */
    public long next(Series series) {
        var number = last.get(series);
        if (number == null) {
            throw new IllegalStateException(series + " is not locked");
        }
        return number + 1;
    }

    /** Marks the next number as given out. */
    public void take(Series series) {
        var number = next(series);
        last.put(series, number);
        taken.put(series, number);
    }

    /** The series that gave out numbers, each with its last one. */
    public Map<Series, Long> taken() {
        return Map.copyOf(taken);
    }
}
