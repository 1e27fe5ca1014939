package guildhall.runtime.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that nothing in their transaction reads before {@link #flush}, collected and written
 * together as it commits, after everything else in it.
 */
public final class AtCommit<T> {
    private final Consumer<List<T>> writer;

    /**
     * @param writer writes rows in their order; called in the transaction, never with none
     */
    public AtCommit(Consumer<List<T>> writer) {
        this.writer = writer;
    }

    /**
     * Adds a row to the present transaction.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void add(T row) {
        present().add(row);
    }

    /**
     * Writes now what was added so far, for a statement that reads it.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void flush() {
        present().write();
    }

    /** The batch of the present transaction; suspended transactions take theirs with them. */
    private Batch<T> present() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Batch<?> batch && batch.isOf(this)) {
                @SuppressWarnings("unchecked") // Its owner says so.
                var own = (Batch<T>) batch;
                return own;
            }
        }
        var batch = new Batch<>(this);
        TransactionSynchronizationManager.registerSynchronization(batch);
        return batch;
    }

    private static final class Batch<T> implements TransactionSynchronization {
        private final AtCommit<T> owner;
        private final List<T> rows = new ArrayList<>();
        private final Map<Object, List<T>> rowsAtSavepoint = new HashMap<>();
        private boolean written;

        Batch(AtCommit<T> owner) {
            this.owner = owner;
        }

        boolean isOf(AtCommit<?> other) {
            return owner == other;
        }

        void add(T row) {
            if (written) {
                owner.writer.accept(List.of(row)); // The transaction is already committing.
            } else {
                rows.add(row);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            write();
        }

        void write() {
            if (!rows.isEmpty()) {
                owner.writer.accept(List.copyOf(rows));
                rows.clear();
            }
        }

        @Override
        public void savepoint(Object savepoint) {
            rowsAtSavepoint.put(savepoint, List.copyOf(rows));
        }

        /** What was added or written since then is being undone. */
        @Override
        public void savepointRollback(Object savepoint) {
            rows.clear();
            rows.addAll(rowsAtSavepoint.getOrDefault(savepoint, List.of()));
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
