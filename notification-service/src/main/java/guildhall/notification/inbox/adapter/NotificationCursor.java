package guildhall.notification.inbox.adapter;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import guildhall.messages.id.NotificationId;
import guildhall.notification.inbox.Notification;
import guildhall.runtime.web.Paging;
import java.time.Duration;
import java.time.Instant;
import org.springframework.data.mongodb.core.query.Criteria;

/** A place in the list of notifications: the time, then the id. */
record NotificationCursor(Instant createdAt, NotificationId id) {
    static NotificationCursor of(Notification notification) {
        return new NotificationCursor(notification.createdAt(), notification.id());
    }

    static NotificationCursor parse(String text) {
        try {
            var dot = text.indexOf('.');
            return new NotificationCursor(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, dot)))),
                    NotificationId.of(text.substring(dot + 1)));
        } catch (IllegalArgumentException _) {
            throw Paging.badCursor();
        }
    }

    Criteria older() {
        return new Criteria()
                .orOperator(
                        where("createdAt").lt(createdAt),
                        where("createdAt").is(createdAt).and("_id").lt(id.toString()));
    }

    /** With an overlap also those shortly before it, but not itself. */
    Criteria newer(Duration overlap) {
        if (overlap.isPositive()) {
            return where("createdAt").gte(createdAt.minus(overlap)).and("_id").ne(id.toString());
        }
        return new Criteria()
                .orOperator(
                        where("createdAt").gt(createdAt),
                        where("createdAt").is(createdAt).and("_id").gt(id.toString()));
    }

    @Override
    public String toString() {
        return createdAt.toEpochMilli() + "." + id;
    }
}
