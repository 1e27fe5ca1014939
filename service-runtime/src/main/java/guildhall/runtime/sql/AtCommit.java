package guildhall.runtime.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Rows that nothing in their transaction reads before {@link #flush}, collected and written
 * together as it commits, after everything else in it.
 */
public final class AtCommit<T> {
    private final Function<T, Object> key;
    private final Consumer<List<T>> writer;
    private final PerTransaction<Batch> batches = new PerTransaction<>(Batch::new, Batch::copy);

    /**
     * @param writer writes rows in their order; called in the transaction, never with none
     */
    public AtCommit(Consumer<List<T>> writer) {
        this(_ -> new Object(), writer); // Each row has a key of its own.
    }

    /**
     * For a writer that cannot take two rows of one key: the second has the first be written.
     *
     * @param writer as above
     */
    public AtCommit(Function<T, Object> key, Consumer<List<T>> writer) {
        this.key = key;
        this.writer = writer;
    }

    /**
     * Adds a row to the present transaction.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void add(T row) {
        batches.get().add(row);
    }

    /** Writes now what was added so far, for a statement that reads it. */
    public void flush() {
        batches.find().ifPresent(Batch::write);
    }

    private final class Batch implements PerTransaction.Value {
        private final List<T> rows = new ArrayList<>();
        private final Set<Object> keys = new HashSet<>();
        private boolean committing;

        Batch copy() {
            var copy = new Batch();
            copy.rows.addAll(rows);
            copy.keys.addAll(keys);
            return copy;
        }

        void add(T row) {
            if (committing) {
                writer.accept(List.of(row));
                return;
            }
            var own = key.apply(row);
            if (keys.contains(own)) {
                write();
            }
            keys.add(own);
            rows.add(row);
        }

        @Override
        public void beforeCommit() {
            committing = true;
            write();
        }

        void write() {
            if (!rows.isEmpty()) {
                writer.accept(List.copyOf(rows));
                rows.clear();
                keys.clear();
            }
        }
    }
}
