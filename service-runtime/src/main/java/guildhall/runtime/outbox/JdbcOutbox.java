package guildhall.runtime.outbox;

import guildhall.messages.Message;
import guildhall.runtime.message.MessageStamper;
import guildhall.runtime.message.StampedMessage;
import guildhall.runtime.sql.AtCommit;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Collects the messages of a transaction and writes them with one statement as it commits. */
final class JdbcOutbox implements Outbox, StampedOutbox {
    private final AtCommit<StampedMessage> messages;
    private final MessageStamper stamper;

    JdbcOutbox(OutboxTable table, MessageStamper stamper) {
        this.messages = new AtCommit<>(table::insert);
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
        messages.add(message);
    }
}
