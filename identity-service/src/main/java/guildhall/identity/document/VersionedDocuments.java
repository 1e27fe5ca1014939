package guildhall.identity.document;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.messages.Message;
import guildhall.runtime.documents.DocumentOutbox;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** One collection of versioned documents with their unsent messages. */
public final class VersionedDocuments {
    private static final String VERSION = "version";
    private static final String UNSENT = "unsent";
    private static final Set<String> NOT_STATE = Set.of("_id", VERSION, UNSENT);

    private final MongoTemplate mongo;
    private final DocumentOutbox outbox;
    private final String collection;

    VersionedDocuments(MongoTemplate mongo, DocumentOutbox outbox, String collection) {
        this.mongo = mongo;
        this.outbox = outbox;
        this.collection = collection;
    }

    public static long version(Document stored) {
        return stored.get(VERSION, Number.class).longValue();
    }

    public VersionedDocuments unique(String field) {
        indexes().createIndex(new Index(field, Sort.Direction.ASC).unique());
        return this;
    }

    public VersionedDocuments index(String... fields) {
        for (var field : fields) {
            indexes().createIndex(new Index(field, Sort.Direction.ASC));
        }
        return this;
    }

    private IndexOperations indexes() {
        return mongo.indexOps(collection);
    }

    public Optional<Document> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Document.class, collection));
    }

    public Optional<Document> one(Criteria criteria) {
        return Optional.ofNullable(mongo.findOne(query(criteria), Document.class, collection));
    }

    public List<Document> list(Query query) {
        return mongo.find(query, Document.class, collection);
    }

    /** Removes documents that matter no more, except those with something still to say. */
    public void forget(Criteria criteria) {
        mongo.remove(query(criteria.and(UNSENT).size(0)), collection);
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException when the id, or a field that is unique,
     *     is taken
     */
    public void insert(String id, Document state, List<? extends Message> messages) {
        var document = new Document("_id", id).append(VERSION, 1L);
        document.putAll(state);
        document.append(UNSENT, mongo.getConverter().convertToMongoType(outbox.stamp(messages)));
        mongo.insert(document, collection);
        wakeFor(id, messages);
    }

    /**
     * @param before as it was read
     * @return false when somebody else wrote in between
     * @throws org.springframework.dao.DuplicateKeyException when a field that is unique is taken
     */
    public boolean replace(Document before, Document state, List<? extends Message> messages) {
        var update = new Update().inc(VERSION, 1L);
        state.forEach(update::set);
        before.keySet().stream()
                .filter(field -> !state.containsKey(field) && !NOT_STATE.contains(field))
                .forEach(update::unset);
        if (!messages.isEmpty()) {
            update.push(UNSENT).each(outbox.stamp(messages).toArray());
        }
        var same = where("_id").is(before.getString("_id")).and(VERSION).is(version(before));
        var written = mongo.updateFirst(query(same), update, collection).getModifiedCount() == 1;
        if (written) {
            wakeFor(before.getString("_id"), messages);
        }
        return written;
    }

    private void wakeFor(String id, List<? extends Message> messages) {
        if (!messages.isEmpty()) {
            outbox.wake(collection, id);
        }
    }
}
