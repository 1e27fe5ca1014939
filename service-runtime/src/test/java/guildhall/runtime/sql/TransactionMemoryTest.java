package guildhall.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class TransactionMemoryTest {
    private final TransactionMemory<String, Integer> memory = new TransactionMemory<>();

    @Test
    void remembersUntilTheTransactionEnds() {
        inTransaction(() -> {
            assertThat(memory.put("a", 1)).isEqualTo(1);
            memory.put("b", 2);
            memory.put("a", 3);

            assertThat(memory.get("a")).contains(3);
            assertThat(memory.get("c")).isEmpty();
            assertThat(memory.values()).containsExactlyInAnyOrder(3, 2);
        });

        assertThat(memory.get("a")).isEmpty();
        inTransaction(() -> assertThat(memory.get("a")).isEmpty());
    }

    @Test
    void forgetsWhatASavepointTakesBack() {
        inTransaction(() -> {
            memory.put("a", 1);
            var savepoint = new Object();
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(one -> one.savepoint(savepoint));
            memory.put("a", 2);
            memory.put("b", 2);
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(one -> one.savepointRollback(savepoint));

            assertThat(memory.get("a")).contains(1);
            assertThat(memory.get("b")).isEmpty();
        });
    }

    @Test
    void forgetsAllWhenTheSavepointIsOlder() {
        inTransaction(() -> {
            var savepoint = new Object();
            memory.put("a", 1);
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(one -> one.savepointRollback(savepoint));

            assertThat(memory.values()).isEmpty();
        });
    }

    @Test
    void remembersNothingOutsideOfATransaction() {
        assertThatThrownBy(() -> memory.put("a", 1)).isInstanceOf(IllegalStateException.class);

        assertThat(memory.get("a")).isEmpty();
        assertThat(memory.values()).isEmpty();
    }

    private static void inTransaction(Runnable work) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            work.run();
        } finally {
            TransactionSynchronizationUtils.triggerAfterCompletion(
                    TransactionSynchronization.STATUS_UNKNOWN);
            TransactionSynchronizationManager.clearSynchronization();
        }
    }
}
