package guildhall.runtime.idempotency;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import guildhall.runtime.id.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** First answers in MongoDB: one document per key, whose {@code _id} lets only one run in. */
final class MongoIdempotencyStore implements IdempotencyStore {
    static final String COLLECTION = "idempotency_keys";
    private final MongoOperations mongo;
    private final IdempotencySettings settings;

    MongoIdempotencyStore(MongoOperations mongo, IdempotencySettings settings) {
        this.mongo = mongo;
        this.settings = settings;
        mongo.indexOps(COLLECTION).createIndex(new Index("expires_at", Sort.Direction.ASC));
    }

    @Override
    public Claim claim(IdempotencyKey key, String fingerprint, Instant now) {
        while (true) {
            var run = Ids.next();
            if (insert(key, fingerprint, run, now) || takeOver(key, fingerprint, run, now)) {
                return new Claim.Granted(run);
            }
            var known = find(key, fingerprint);
            if (known.isPresent()) {
                return known.get();
            }
            // Given up between the two operations: ask again.
        }
    }

    private boolean insert(IdempotencyKey key, String fingerprint, UUID run, Instant now) {
        try {
            mongo.insert(
                    new Document("_id", id(key))
                            .append("fingerprint", fingerprint)
                            .append("run", run.toString())
                            .append("lease_until", Date.from(now.plus(settings.lease())))
                            .append("expires_at", Date.from(now.plus(settings.retention()))),
                    COLLECTION);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    private boolean takeOver(IdempotencyKey key, String fingerprint, UUID run, Instant now) {
        var expired = where("expires_at").lte(Date.from(now));
        var lapsed =
                new Criteria()
                        .andOperator(
                                where("status").exists(false),
                                where("lease_until").lte(Date.from(now)),
                                where("fingerprint").is(fingerprint));
        var taken =
                mongo.updateFirst(
                        Query.query(where("_id").is(id(key)).orOperator(expired, lapsed)),
                        new Update()
                                .set("fingerprint", fingerprint)
                                .set("run", run.toString())
                                .set("lease_until", Date.from(now.plus(settings.lease())))
                                .set("expires_at", Date.from(now.plus(settings.retention())))
                                .unset("status")
                                .unset("content_type")
                                .unset("location")
                                .unset("etag")
                                .unset("body"),
                        COLLECTION);
        return taken.getMatchedCount() == 1;
    }

    private Optional<Claim> find(IdempotencyKey key, String fingerprint) {
        return Optional.ofNullable(mongo.findById(id(key), Document.class, COLLECTION))
                .map(known -> read(known, fingerprint));
    }

    private static Claim read(Document known, String fingerprint) {
        if (!fingerprint.equals(known.getString("fingerprint"))) {
            return new Claim.UsedOtherwise();
        }
        var status = known.getInteger("status");
        if (status == null) {
            return new Claim.Running(known.getDate("lease_until").toInstant());
        }
        return new Claim.Answered(
                new StoredAnswer(
                        status,
                        known.getString("content_type"),
                        known.getString("location"),
                        known.getString("etag"),
                        known.getString("body")));
    }

    @Override
    public boolean answer(IdempotencyKey key, UUID run, StoredAnswer answer) {
        var stored =
                mongo.updateFirst(
                        ofRun(key, run),
                        new Update()
                                .set("status", answer.status())
                                .set("content_type", answer.contentType())
                                .set("location", answer.location())
                                .set("etag", answer.etag())
                                .set("body", answer.body()),
                        COLLECTION);
        return stored.getMatchedCount() == 1;
    }

    @Override
    public void release(IdempotencyKey key, UUID run) {
        mongo.remove(ofRun(key, run).addCriteria(where("status").exists(false)), COLLECTION);
    }

    @Override
    public int prune(Instant now) {
        var expired = Query.query(where("expires_at").lte(Date.from(now)));
        return Math.toIntExact(mongo.remove(expired, COLLECTION).getDeletedCount());
    }

    private static Query ofRun(IdempotencyKey key, UUID run) {
        return Query.query(where("_id").is(id(key)).and("run").is(run.toString()));
    }

    /**
     * Without the key itself, which only the client knows: it is the salt of the fingerprint, and a
     * body may hold a password.
     */
    private static String id(IdempotencyKey key) {
        var words = String.join("\n", key.callerId(), key.operation(), key.value());
        var digest = Digests.sha256().digest(words.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
