package guildhall.notification.inbox.adapter;

import guildhall.messages.notification.NotificationEvents.NotificationDeliveredV1;
import guildhall.notification.inbox.Notification;
import guildhall.runtime.documents.DocumentOutbox;
import guildhall.runtime.documents.NewDocuments;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The way of notifications into the store. */
@Repository
class NewNotifications {
    private static final String IN_APPLICATION = "IN_APP";

    private final MongoTemplate mongo;
    private final DocumentOutbox outbox;

    NewNotifications(MongoTemplate mongo, DocumentOutbox outbox) {
        this.mongo = mongo;
        this.outbox = outbox;
    }

    /** As it is going to be stored, with the event of its delivery, whose cause is the present. */
    NotificationDocument draft(Notification notification) {
        var delivered =
                new NotificationDeliveredV1(
                        notification.id(),
                        notification.user(),
                        IN_APPLICATION,
                        notification.type().name(),
                        notification.createdAt());
        return NotificationDocument.of(notification, outbox.stamp(List.of(delivered)));
    }

    /** Stores those that are not there, and returns them. */
    List<Notification> add(List<NotificationDocument> drafts) {
        var there =
                NewDocuments.insert(
                        mongo.getCollection(NotificationDocument.COLLECTION),
                        drafts.stream().map(this::row).toList());
        var added =
                IntStream.range(0, drafts.size())
                        .filter(place -> !there.contains(place))
                        .mapToObj(drafts::get)
                        .toList();
        added.forEach(draft -> outbox.wake(NotificationDocument.COLLECTION, draft.id()));
        return added.stream().map(NotificationDocument::notification).toList();
    }

    private Document row(NotificationDocument draft) {
        var row = new Document();
        mongo.getConverter().write(draft, row);
        return row;
    }
}
