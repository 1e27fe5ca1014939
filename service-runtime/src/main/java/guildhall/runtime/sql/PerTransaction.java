package guildhall.runtime.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A value for each transaction, mutable, and made when it is first asked for. A suspended
 * transaction takes its value with it, and a savepoint that is rolled back brings back the value of
 * then.
 */
final class PerTransaction<V extends PerTransaction.Value> {
    private final Supplier<V> first;
    private final UnaryOperator<V> copy;

    /** What hears of its transaction. */
    interface Value {
        /** After everything else in the transaction. */
        default void beforeCommit() {}
    }

    PerTransaction(Supplier<V> first, UnaryOperator<V> copy) {
        this.first = first;
        this.copy = copy;
    }

    /** Empty outside of a transaction, and when the present one has none yet. */
    Optional<V> find() {
        return Optional.ofNullable(companion()).map(companion -> companion.value);
    }

    /**
     * @throws IllegalStateException outside of a transaction
     */
    V get() {
        var companion = companion();
        if (companion == null) {
            companion = new Companion();
            TransactionSynchronizationManager.registerSynchronization(companion);
            TransactionSynchronizationManager.bindResource(this, companion);
        }
        return companion.value;
    }

    @SuppressWarnings("unchecked") // Nobody else binds anything to this.
    private @Nullable Companion companion() {
        return (Companion) TransactionSynchronizationManager.getResource(this);
    }

    private final class Companion implements TransactionSynchronization {
        private final Map<Object, V> atSavepoint = new HashMap<>();
        private V value = first.get();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, this);
        }

        @Override
        public void savepoint(Object savepoint) {
            atSavepoint.put(savepoint, copy.apply(value));
        }

        @Override
        public void savepointRollback(Object savepoint) {
            var then = atSavepoint.get(savepoint);
            value = then == null ? first.get() : copy.apply(then);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            value.beforeCommit();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
