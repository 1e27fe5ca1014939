package guildhall.notification.retention;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Deletes what is over, a few documents at a time. */
@Component
class Pruning {
    private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);
    private static final int AT_ONCE = 500;

    private final List<Expiring> expiring;
    private final MongoTemplate mongo;
    private final RetentionProperties properties;
    private final Clock clock;
    private final MeterRegistry metrics;

    Pruning(
            List<Expiring> expiring,
            MongoTemplate mongo,
            RetentionProperties properties,
            Clock clock,
            MeterRegistry metrics) {
        this.expiring = List.copyOf(expiring);
        this.mongo = mongo;
        this.properties = properties;
        this.clock = clock;
        this.metrics = metrics;
        expiring.forEach(kind -> counter(kind.kind()));
    }

    void round() {
        expiring.forEach(this::prune);
    }

    private void prune(Expiring expired) {
        var kind = expired.kind();
        var over = expired.olderThan().apply(clock.instant().minus(properties.of(kind)));
        long deleted = 0;
        long step;
        do {
            step = deleteSome(expired.collection(), over);
            deleted += step;
            counter(kind).increment((double) step);
        } while (step == AT_ONCE);
        if (deleted > 0) {
            LOG.info("Deleted {} of kind {}, which were over", deleted, kind);
        }
    }

    /** They must still be over when they go: reading a notification gives it something to tell. */
    private long deleteSome(String collection, Criteria over) {
        var some = query(over).limit(AT_ONCE);
        some.fields().include("_id");
        var ids =
                mongo.find(some, Document.class, collection).stream()
                        .map(document -> document.getString("_id"))
                        .toList();
        var stillOver = new Criteria().andOperator(where("_id").in(ids), over);
        return ids.isEmpty() ? 0 : mongo.remove(query(stillOver), collection).getDeletedCount();
    }

    private Counter counter(Expiring.Kind kind) {
        return Counter.builder("guildhall.notification.pruned")
                .description("What was deleted because it had been kept long enough")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }
}
