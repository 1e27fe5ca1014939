package guildhall.stack.mongo;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Finds documents by id also when the query says more about them, and by indexes that are not
 * unique, also for a pipeline (which counting is), and answers with documents that nobody changes
 * any more. The server as it comes uses the index of ids only for a query of nothing else, and
 * reads the whole collection otherwise.
 */
final class IndexedDatabase extends H2Database {
    private static final String ID = "_id";

    private final MVStore store;

    IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store; // Needed by super already, which opens what is there.
        super(name, store, cursors);
    }

    @Override
    public Document handleCommand(
            Channel channel,
            String command,
            Document query,
            DatabaseResolver databases,
            Oplog oplog) {
        return match(command, query)
                .flatMap(match -> aggregate(match, query, databases, oplog))
                .orElseGet(() -> super.handleCommand(channel, command, query, databases, oplog));
    }

    /** What a pipeline begins with, if that says which documents it is about. */
    private static Optional<Document> match(String command, Document query) {
        return command.equals("aggregate")
                        && !query.containsKey("let")
                        && query.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.getFirst() instanceof Document first
                        && first.get("$match") instanceof Document match
                ? Optional.of(match)
                : Optional.empty();
    }

    /** Only what matches goes through the pipeline. Empty for a collection that is not there. */
    private Optional<Document> aggregate(
            Document match, Document query, DatabaseResolver databases, Oplog oplog) {
        var name = requireNonNull(query.get("aggregate")).toString();
        var collection = resolveCollection(name, false);
        if (collection == null) {
            return Optional.empty();
        }
        var pipeline =
                Aggregation.fromPipeline(query.get("pipeline"), databases, this, collection, oplog);
        pipeline.validate(query);
        var all =
                new Document("id", 0L) // Nothing is left for later.
                        .append("ns", getFullCollectionNamespace(name))
                        .append(
                                "firstBatch",
                                pipeline.runStages(collection.handleQueryAsStream(match)));
        return Optional.of(new Document("cursor", all).append("ok", 1.0));
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(
            String name, CollectionOptions options) {
        var namespace = getFullCollectionNamespace(name);
        var documents = new MVMap.Builder<Object, Document>().valueType(new StoredDocument());
        return new Documents(
                this,
                name,
                options,
                store.openMap("databases." + namespace, documents),
                store.openMap("meta." + namespace),
                cursorRegistry);
    }

    /** Filled again from the documents when the map is new. */
    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        var map = "keys." + getFullCollectionNamespace(collection) + "." + name;
        return new UniqueIndex(store.openMap(map, UniqueIndex.builder()), name, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(name, keys);
    }

    private static final class Documents extends H2Collection {
        Documents(
                MongoDatabase database,
                String name,
                CollectionOptions options,
                MVMap<Object, Document> data,
                MVMap<String, Object> meta,
                CursorRegistry cursors) {
            super(database, name, options, data, meta, cursors);
        }

        @Override
        protected QueryResult queryDocuments(
                Document query, Document order, int skip, int limit, int batch, Document fields) {
            var ids = ids(query.get(ID));
            if (ids.isEmpty()) {
                return super.queryDocuments(query, order, skip, limit, batch, fields);
            }
            var there = ids.stream().filter(id -> getDocument(id) != null).distinct().toList();
            return matchDocuments(query, there, order, skip, limit, batch, fields);
        }

        /** Copies, because the server changes what it stores while it still writes an answer. */
        @Override
        protected QueryResult createQueryResult(List<Document> found, int batch) {
            return super.createQueryResult(
                    found.stream().map(Document::cloneDeeply).toList(), batch);
        }

        /** Empty unless ids are named one by one. */
        private static List<Object> ids(@Nullable Object asked) {
            if (asked instanceof String id) {
                return List.of(id);
            }
            if (asked instanceof Document condition
                    && condition.size() == 1
                    && condition.get("$in") instanceof Collection<?> several
                    && several.stream().allMatch(String.class::isInstance)) {
                return several.stream()
                        .map(Objects::requireNonNull)
                        .map(Object.class::cast)
                        .toList();
            }
            return List.of();
        }
    }
}
