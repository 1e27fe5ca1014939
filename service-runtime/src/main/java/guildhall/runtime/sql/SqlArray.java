package guildhall.runtime.sql;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parameters for {@code any(…)} and {@code unnest(…)}, which PostgreSQL casts from text. */
public final class SqlArray {
    private SqlArray() {}

    /** The values as texts. */
    public static @Nullable String[] texts(Collection<?> values) {
        return texts(values, value -> value);
    }

    /** One text for each row; null stays null. */
    public static <T> @Nullable String[] texts(
            Collection<? extends T> rows, Function<? super T, ? extends @Nullable Object> value) {
        return rows.stream()
                .map(row -> Objects.toString(value.apply(row), null))
                .toArray(String[]::new);
    }
}
