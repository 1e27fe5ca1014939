package guildhall.notification.inbox.adapter;

import guildhall.messages.Message;
import guildhall.messages.contract.ContractEvents;
import guildhall.messages.contract.MilestoneEvents;
import guildhall.messages.identity.UserEvents.TokenReuseDetectedV1;
import guildhall.messages.job.ProposalEvents;
import guildhall.messages.messaging.ConversationEvents.MessageSentV1;
import guildhall.messages.payment.WalletEvents.FundsClearedV1;
import guildhall.messages.payment.WalletEvents.PaymentFailedV1;
import guildhall.messages.payment.WalletEvents.PaymentSucceededV1;
import guildhall.messages.review.ReviewEvents.ReviewWindowOpenedV1;
import guildhall.messages.review.ReviewEvents.ReviewsPublishedV1;
import guildhall.notification.notice.ContractNotices;
import guildhall.notification.notice.MilestoneNotices;
import guildhall.notification.notice.Notice;
import guildhall.notification.notice.OtherNotices;
import guildhall.notification.notice.ProposalNotices;
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
        one(events, telling, PaymentSucceededV1.class, OtherNotices::of);
        one(events, telling, PaymentFailedV1.class, OtherNotices::of);
        one(events, telling, FundsClearedV1.class, OtherNotices::of);
        one(events, telling, MessageSentV1.class, OtherNotices::of);
        one(events, telling, ReviewWindowOpenedV1.class, OtherNotices::of);
        one(events, telling, ReviewsPublishedV1.class, OtherNotices::of);
        one(events, telling, TokenReuseDetectedV1.class, OtherNotices::of);
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

    /** Every message of a topic. */
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
