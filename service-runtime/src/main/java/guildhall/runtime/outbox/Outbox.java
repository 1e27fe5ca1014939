package guildhall.runtime.outbox;

import guildhall.messages.Message;

/** The messages of the present transaction. They are published when it commits, or never. */
public interface Outbox {
    /**
     * @throws IllegalStateException outside of a transaction, because the message could then get
     *     out although the change that it reports was rolled back
     */
    void add(Message message);
}
