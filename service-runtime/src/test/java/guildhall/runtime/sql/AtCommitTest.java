package guildhall.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/** What is written when; that the database undoes what a savepoint undoes is taken for granted. */
class AtCommitTest {
    private final List<List<Integer>> written = new ArrayList<>();
    private final AtCommit<Integer> numbers =
            new AtCommit<>(rows -> written.add(List.copyOf(rows)));

    @Test
    void writesAllTogetherAsTheTransactionCommits() {
        inTransaction(() -> {
            numbers.add(1);
            numbers.add(2);
            assertThat(written).isEmpty();
        });

        assertThat(written).containsExactly(List.of(1, 2));
    }

    @Test
    void writesBeforehandForAStatementThatReads() {
        inTransaction(() -> {
            numbers.add(1);
            numbers.flush();
            assertThat(written).containsExactly(List.of(1));
            numbers.flush();
            numbers.add(2);
        });

        assertThat(written).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void writesAgainWhatWasWrittenSinceASavepointThatIsRolledBack() {
        inTransaction(() -> {
            numbers.add(1);
            var savepoint = new Object();
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(one -> one.savepoint(savepoint));
            numbers.add(2);
            numbers.flush();
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(one -> one.savepointRollback(savepoint));
        });

        assertThat(written).containsExactly(List.of(1, 2), List.of(1));
    }

    @Test
    void doesNotWriteTwiceWhatWasWrittenBeforeASavepoint() {
        inTransaction(() -> {
            numbers.add(1);
            numbers.flush();
            var savepoint = new Object();
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(one -> one.savepoint(savepoint));
            numbers.add(2);
            TransactionSynchronizationManager.getSynchronizations()
                    .forEach(one -> one.savepointRollback(savepoint));
        });

        assertThat(written).containsExactly(List.of(1));
    }

    @Test
    void writesTheFirstRowOfAKeyBeforeTheSecond() {
        var byLastDigit = new AtCommit<Integer>(number -> number % 10, written::add);

        inTransaction(() -> {
            byLastDigit.add(1);
            byLastDigit.add(2);
            byLastDigit.add(11);
            byLastDigit.add(12);
        });

        assertThat(written).containsExactly(List.of(1, 2), List.of(11, 12));
    }

    @Test
    void leavesTheRowsOfASuspendedTransactionToIt() {
        inTransaction(() -> {
            numbers.add(1);
            var suspended = TransactionSynchronizationManager.getSynchronizations();
            suspended.forEach(TransactionSynchronization::suspend);
            TransactionSynchronizationManager.clearSynchronization();
            inTransaction(() -> numbers.add(2));
            TransactionSynchronizationManager.initSynchronization();
            suspended.forEach(TransactionSynchronization::resume);
            suspended.forEach(TransactionSynchronizationManager::registerSynchronization);
            numbers.add(3);
        });

        assertThat(written).containsExactly(List.of(2), List.of(1, 3));
    }

    @Test
    void refusesRowsOutsideOfATransaction() {
        assertThatThrownBy(() -> numbers.add(1)).isInstanceOf(IllegalStateException.class);

        numbers.flush();

        assertThat(written).isEmpty();
    }

    private static void inTransaction(Runnable work) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            work.run();
            TransactionSynchronizationUtils.triggerBeforeCommit(false);
        } finally {
            TransactionSynchronizationUtils.triggerAfterCompletion(
                    TransactionSynchronization.STATUS_UNKNOWN);
            TransactionSynchronizationManager.clearSynchronization();
        }
    }
}
