package guildhall.runtime.outbox;

import guildhall.runtime.message.StampedMessage;

/** The outbox for messages that have their envelope already; only the runtime needs it. */
public interface StampedOutbox {
    /**
     * @throws IllegalStateException outside of a transaction
     */
    void add(StampedMessage message);
}
