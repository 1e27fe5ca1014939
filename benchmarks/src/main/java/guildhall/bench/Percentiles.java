package guildhall.bench;

import java.util.List;

/** Nearest-rank percentiles. */
final class Percentiles {
    private final List<Double> sorted;

    Percentiles(List<Double> values) {
        sorted = values.stream().sorted().toList();
    }

    /**
     * @param percent from 0 (excluded) to 100
     * @return NaN without values
     */
    double at(double percent) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        var rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }
}
