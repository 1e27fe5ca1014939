package guildhall.messages;

/**
 * A fact or a request that one service publishes for others. Implementations are records, grouped
 * in one sealed interface per {@link Topic}.
 */
public interface Message {
    /** The Kafka key: messages with the same key are delivered in the order they were written. */
    String key();
}
