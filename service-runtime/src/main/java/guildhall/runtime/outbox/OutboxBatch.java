package guildhall.runtime.outbox;

import guildhall.runtime.message.StampedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/** The messages of one transaction, written after everything else in it. */
final class OutboxBatch implements TransactionSynchronization {
    private final OutboxTable table;
    private final List<StampedMessage> messages = new ArrayList<>();
    private final Map<Object, Integer> sizeAtSavepoint = new HashMap<>();
    private boolean written;

    OutboxBatch(OutboxTable table) {
        this.table = table;
    }

    boolean isFor(OutboxTable other) {
        return table == other;
    }

    boolean isWritten() {
        return written;
    }

    void add(StampedMessage message) {
        messages.add(message);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        table.insert(messages);
    }

    @Override
    public void savepoint(Object savepoint) {
        sizeAtSavepoint.put(savepoint, messages.size());
    }

    /** What was added since then reports a change that is being undone. */
    @Override
    public void savepointRollback(Object savepoint) {
        int size = sizeAtSavepoint.getOrDefault(savepoint, 0);
        messages.subList(size, messages.size()).clear();
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
