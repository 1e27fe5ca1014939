package guildhall.runtime.documents;

import guildhall.messages.Message;
import guildhall.runtime.message.MessageHeaders;
import guildhall.runtime.message.MessageStamper;
import guildhall.runtime.message.StampedMessage;
import java.util.LinkedHashMap;
import java.util.List;

/** Stamps messages for documents. */
final class StampedDocuments implements DocumentOutbox {
    private final MessageStamper stamper;
    private final RelaySignal signal;

    StampedDocuments(MessageStamper stamper, RelaySignal signal) {
        this.stamper = stamper;
        this.signal = signal;
    }

    @Override
    public List<UnsentMessage> stamp(List<? extends Message> messages) {
        return messages.stream().map(stamper::stamp).map(StampedDocuments::unsent).toList();
    }

    @Override
    public void wake(String collection, String documentId) {
        signal.raise(collection, documentId);
    }

    private static UnsentMessage unsent(StampedMessage message) {
        var headers = new LinkedHashMap<>(message.headers());
        headers.remove(MessageHeaders.ID);
        return new UnsentMessage(
                message.id().toString(),
                message.topic(),
                message.key(),
                headers,
                message.body(),
                message.time());
    }
}
