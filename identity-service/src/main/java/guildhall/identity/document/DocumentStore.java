package guildhall.identity.document;

import guildhall.runtime.documents.DocumentOutbox;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The database of this service. */
@Component
public class DocumentStore {
    private final MongoTemplate mongo;
    private final DocumentOutbox outbox;

    DocumentStore(MongoTemplate mongo, DocumentOutbox outbox) {
        this.mongo = mongo;
        this.outbox = outbox;
    }

    /** A collection whose documents may carry messages; declare it to the relay as well. */
    public VersionedDocuments collection(String name) {
        return new VersionedDocuments(mongo, outbox, name);
    }
}
