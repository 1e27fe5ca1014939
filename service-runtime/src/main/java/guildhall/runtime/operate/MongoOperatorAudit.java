package guildhall.runtime.operate;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import guildhall.messages.id.UserId;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/** The audit in MongoDB; the code only ever inserts. */
final class MongoOperatorAudit implements OperatorAudit {
    private static final String COLLECTION = "operator_audit";
    private final MongoOperations mongo;

    MongoOperatorAudit(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void append(AuditEntry entry) {
        mongo.insert(
                new Document("_id", entry.id().toString())
                        .append("at", Date.from(entry.at()))
                        .append("operator", entry.operator().toString())
                        .append("roles", entry.roles().stream().sorted().toList())
                        .append("act", entry.act())
                        .append("target", entry.target())
                        .append("reason", entry.reason())
                        .append("correlation_id", entry.correlationId()),
                COLLECTION);
    }

    /** Ids are ordered by time. */
    @Override
    public List<AuditEntry> list(@Nullable UUID after, int limit) {
        var query = new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit);
        if (after != null) {
            query.addCriteria(where("_id").lt(after.toString()));
        }
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(entry ->
                        new AuditEntry(
                                UUID.fromString(entry.getString("_id")),
                                entry.getDate("at").toInstant(),
                                UserId.of(entry.getString("operator")),
                                Set.copyOf(entry.getList("roles", String.class)),
                                entry.getString("act"),
                                entry.getString("target"),
                                entry.getString("reason"),
                                entry.getString("correlation_id")))
                .toList();
    }
}
