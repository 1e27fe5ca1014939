package guildhall.runtime.outbox;

import guildhall.messages.Message;
import guildhall.runtime.message.MessageStamper;
import guildhall.runtime.message.StampedMessage;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Collects the messages of a transaction and writes them with one statement as it commits. */
final class JdbcOutbox implements Outbox, StampedOutbox {
    private final OutboxTable table;
    private final MessageStamper stamper;

    JdbcOutbox(OutboxTable table, MessageStamper stamper) {
        this.table = table;
        this.stamper = stamper;
    }

    @Override
    public void add(Message message) {
        add(stamper.stamp(message));
    }

    @Override
    public void add(StampedMessage message) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException(
                    message.type() + " needs a transaction that changes what it reports");
        }
        var batch = present();
        if (batch.isWritten()) {
            table.insert(List.of(message)); // Added while the transaction was already committing.
        } else {
            batch.add(message);
        }
    }

    /** The batch of the present transaction; suspended transactions take theirs with them. */
    private OutboxBatch present() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof OutboxBatch batch && batch.isFor(table)) {
                return batch;
            }
        }
        var batch = new OutboxBatch(table);
        TransactionSynchronizationManager.registerSynchronization(batch);
        return batch;
    }
}
