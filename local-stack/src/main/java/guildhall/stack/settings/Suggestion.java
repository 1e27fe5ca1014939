package guildhall.stack.settings;

import java.util.Collection;
import java.util.Comparator;

/** Finds what a misspelt word was probably meant to be. */
public final class Suggestion {
    private static final int LARGEST_DISTANCE = 3;

    /** A half sentence to append to a message: empty when nothing is near. */
    public static String forTypo(String typed, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(typed, word) <= LARGEST_DISTANCE)
                .min(Comparator.comparingInt(word -> distance(typed, word)))
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
    }

    /** Levenshtein: how many characters must be inserted, deleted or replaced. */
    private static int distance(String left, String right) {
        var previous = new int[right.length() + 1];
        for (var column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (var row = 1; row <= left.length(); row++) {
            var current = new int[right.length() + 1];
            current[0] = row;
            for (var column = 1; column <= right.length(); column++) {
                var replaced = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(
                                previous[column - 1] + replaced,
                                Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }

    private Suggestion() {}
}
