package guildhall.runtime.documents;

import guildhall.messages.Message;
import java.util.List;

/** Turns messages into what a document carries, and wakes the relay. */
public interface DocumentOutbox {
    /** Stamps the messages with a fresh id and the present cause. Store them in {@code unsent}. */
    List<UnsentMessage> stamp(List<? extends Message> messages);

    /** Tells the relay of this instance which document to look at; call after the write. */
    void wake(String collection, String documentId);
}
