package guildhall.runtime.outbox;

/**
 * Publishes retained messages again, unchanged and with their ids: for a consumer that is new, or
 * for a topic that was lost. Whoever handled them already skips them by id. They may arrive after
 * newer messages of the same key.
 */
public interface Republish {
    /**
     * Returns how many were published, when Kafka has stored them.
     *
     * @throws IllegalStateException when the service is stopped meanwhile
     */
    long publish(RepublishRange range);
}
