package guildhall.runtime.consume;

import guildhall.runtime.id.Ids;
import guildhall.runtime.message.MessageHeaders;
import guildhall.runtime.message.StampedMessage;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters as documents. Header names may contain dots, which field names should not, so
 * headers are a list of pairs.
 */
final class LetterDocuments {
    /** Without {@code attempts} and {@code position}. A failure carries its copy to be sent. */
    static Document of(
            String consumer,
            Delivery delivery,
            DeadLetter.State state,
            DeadLetter.@Nullable Failure failure,
            Instant at) {
        var letter =
                new Document("_id", Ids.next().toString())
                        .append("consumer", consumer)
                        .append("messageId", delivery.messageId().toString())
                        .append("topic", delivery.topic())
                        .append("partition", delivery.partition())
                        .append("offset", delivery.offset())
                        .append("key", delivery.key())
                        .append("type", delivery.type())
                        .append("headers", headers(delivery.headers()))
                        .append("body", delivery.body())
                        .append("at", Date.from(at))
                        .append("state", state.name());
        if (failure != null) {
            letter.append("error", error(failure));
            letter.append(
                    "unsent", List.of(unsent(DeadLetterCopy.of(consumer, delivery, failure, at))));
        }
        return letter;
    }

    static Document error(DeadLetter.Failure failure) {
        return new Document("class", failure.errorClass())
                .append("message", failure.message())
                .append("stack", failure.stack());
    }

    static DeadLetter letter(Document document) {
        return new DeadLetter(
                UUID.fromString(document.getString("_id")),
                document.getString("consumer"),
                UUID.fromString(document.getString("messageId")),
                document.getString("topic"),
                document.getInteger("partition"),
                document.get("offset", Number.class).longValue(),
                document.getString("key"),
                document.getString("type"),
                headers(document.getList("headers", Document.class)),
                document.getString("body"),
                failure(document.get("error", Document.class)),
                document.getDate("at").toInstant(),
                DeadLetter.State.valueOf(document.getString("state")),
                document.getInteger("attempts"));
    }

    private static DeadLetter.@Nullable Failure failure(@Nullable Document error) {
        return error == null
                ? null
                : new DeadLetter.Failure(
                        error.getString("class"),
                        error.getString("message"),
                        error.getString("stack"));
    }

    private static List<Document> headers(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header ->
                        new Document("name", header.getKey()).append("value", header.getValue()))
                .toList();
    }

    private static Map<String, String> headers(List<Document> pairs) {
        var headers = new HashMap<String, String>();
        pairs.forEach(pair -> headers.put(pair.getString("name"), pair.getString("value")));
        return headers;
    }

    /** In the shape of {@link guildhall.runtime.documents.UnsentMessage}. */
    private static Document unsent(StampedMessage copy) {
        var headers = new Document();
        copy.headers().entrySet().stream()
                .filter(header -> isFieldName(header.getKey()))
                .filter(header -> !header.getKey().equals(MessageHeaders.ID))
                .forEach(header -> headers.append(header.getKey(), header.getValue()));
        return new Document(
                        "id", copy.headers().getOrDefault(MessageHeaders.ID, copy.id().toString()))
                .append("topic", copy.topic())
                .append("key", copy.key())
                .append("headers", headers)
                .append("body", copy.body())
                .append("writtenAt", Date.from(copy.time()));
    }

    private static boolean isFieldName(String header) {
        return header.indexOf('.') < 0 && !header.startsWith("$");
    }

    private LetterDocuments() {}
}
