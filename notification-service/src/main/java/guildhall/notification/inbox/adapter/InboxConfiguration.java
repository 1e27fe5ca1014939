package guildhall.notification.inbox.adapter;

import guildhall.messages.Message;
import guildhall.messages.contract.ContractEvents;
import guildhall.messages.contract.MilestoneEvents;
import guildhall.messages.identity.UserEvents;
import guildhall.messages.job.ProposalEvents;
import guildhall.messages.messaging.ConversationEvents;
import guildhall.messages.payment.WalletEvents;
import guildhall.messages.review.ReviewEvents;
import guildhall.notification.notice.Notice;
import guildhall.runtime.consume.Subscription;
import guildhall.runtime.documents.RelayedCollection;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
    @Bean
    Subscription notices(Telling telling) {
        var events = Subscription.named("notification.notices");
        all(events, telling, ProposalEvents.class, ProposalNotices::of);
        all(events, telling, ContractEvents.class, ContractNotices::of);
        all(events, telling, MilestoneEvents.class, MilestoneNotices::of);
        all(events, telling, WalletEvents.class, WalletNotices::of);
        all(events, telling, ConversationEvents.class, ConversationNotices::of);
        all(events, telling, ReviewEvents.class, ReviewNotices::of);
        all(events, telling, UserEvents.class, SecurityNotices::of);
        return events;
    }

    @Bean
    RelayedCollection relayedNotifications() {
        return new RelayedCollection(NotificationDocument.COLLECTION);
    }

    @Bean
    InitializingBean notificationIndexes(MongoTemplate mongo) {
        return () -> {
            var indexes = mongo.indexOps(NotificationDocument.COLLECTION);
            indexes.createIndex(
                    new Index("user", Direction.ASC)
                            .on("createdAt", Direction.DESC)
                            .on("_id", Direction.DESC));
            indexes.createIndex(new Index("user", Direction.ASC).on("unread", Direction.ASC));
        };
    }

    /** Every message of a topic: a new one does not compile until somebody has found words. */
    private static <T extends Message> void all(
            Subscription events, Telling telling, Class<T> topic, Function<T, List<Notice>> words) {
        Arrays.stream(topic.getPermittedSubclasses())
                .map(type -> type.asSubclass(topic))
                .forEach(type -> one(events, telling, type, words::apply));
    }

    private static <M extends Message> void one(
            Subscription events, Telling telling, Class<M> type, Function<M, List<Notice>> words) {
        events.on(type, received -> telling.tell(received, words.apply(received.message())));
    }
}
