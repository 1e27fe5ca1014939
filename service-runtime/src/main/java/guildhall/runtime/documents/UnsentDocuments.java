package guildhall.runtime.documents;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import guildhall.runtime.message.MessageHeaders;
import guildhall.runtime.message.OutgoingMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Documents of one collection that carry unsent messages. */
final class UnsentDocuments {
    static final String FIELD = "unsent";

    /** When the oldest message of a document was written; absent in documents without any. */
    private static final String OLDEST = FIELD + ".0.writtenAt";

    private static final Document WRITTEN = new Document("$gt", Date.from(Instant.EPOCH));
    private static final Bson CARRYING = new Document(OLDEST, WRITTEN);

    private final MongoDatabase database;
    private final String collection;

    UnsentDocuments(MongoDatabase database, String collection) {
        this.database = database;
        this.collection = collection;
    }

    /** One document and what it carries, in order. */
    record Carrier(Object documentId, List<String> messageIds, List<OutgoingMessage> messages) {}

    /** Sparse: only documents that carry something are in it, so looking for them costs nothing. */
    void ensureIndex() {
        database.getCollection(collection)
                .createIndex(
                        Indexes.ascending(OLDEST), new IndexOptions().name(FIELD).sparse(true));
    }

    boolean isIn(String name) {
        return collection.equals(name);
    }

    /** Those that have waited longest. */
    List<Carrier> oldest(int limit) {
        return carriers(CARRYING, limit);
    }

    /** Those among the documents that still carry something, the longest wait first. */
    List<Carrier> among(List<String> documentIds) {
        var filter = new Document("_id", new Document("$in", documentIds)).append(OLDEST, WRITTEN);
        return carriers(filter, documentIds.size());
    }

    private List<Carrier> carriers(Bson filter, int limit) {
        return database.getCollection(collection)
                .find(filter)
                .projection(Projections.include(FIELD))
                .sort(Sorts.ascending(OLDEST))
                .limit(limit)
                .map(UnsentDocuments::carrier)
                .into(new ArrayList<>());
    }

    Optional<Instant> oldestWrittenAt() {
        var first =
                database.getCollection(collection)
                        .find(CARRYING)
                        .projection(Projections.include(FIELD))
                        .sort(Sorts.ascending(OLDEST))
                        .first();
        return Optional.ofNullable(first)
                .map(document -> unsent(document).getFirst().getDate("writtenAt").toInstant());
    }

    /** Takes out what was sent; what was added meanwhile stays. */
    void remove(List<Carrier> sent) {
        if (!sent.isEmpty()) {
            database.getCollection(collection)
                    .bulkWrite(
                            sent.stream().map(UnsentDocuments::removal).toList(),
                            new BulkWriteOptions().ordered(false));
        }
    }

    private static UpdateOneModel<Document> removal(Carrier sent) {
        return new UpdateOneModel<>(
                Filters.eq("_id", sent.documentId()),
                Updates.pull(FIELD, Filters.in("id", sent.messageIds())));
    }

    private static Carrier carrier(Document document) {
        var unsent = unsent(document);
        return new Carrier(
                requireNonNull(document.get("_id")),
                unsent.stream().map(message -> message.getString("id")).toList(),
                unsent.stream().map(UnsentDocuments::message).toList());
    }

    private static List<Document> unsent(Document document) {
        return document.getList(FIELD, Document.class);
    }

    private static OutgoingMessage message(Document unsent) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(MessageHeaders.ID, unsent.getString("id"));
        unsent.get("headers", Document.class)
                .forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return new OutgoingMessage(
                unsent.getString("topic"),
                unsent.getString("key"),
                headers,
                unsent.getString("body"));
    }
}
