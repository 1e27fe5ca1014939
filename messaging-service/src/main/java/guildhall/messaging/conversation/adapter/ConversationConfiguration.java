package guildhall.messaging.conversation.adapter;

import guildhall.messages.contract.ContractEvents.ContractActivatedV1;
import guildhall.messages.id.ConversationId;
import guildhall.messaging.conversation.Conversation;
import guildhall.messaging.conversation.Conversations;
import guildhall.runtime.consume.Subscription;
import guildhall.runtime.documents.RelayedCollection;
import guildhall.runtime.id.Ids;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {
    /** A contract that became active gets its conversation; the id makes a repeat harmless. */
    @Bean
    Subscription contractConversations(Conversations conversations) {
        return Subscription.named("messaging.contract-conversations")
                .on(
                        ContractActivatedV1.class,
                        received -> conversations.open(conversation(received.message())));
    }

    @Bean
    RelayedCollection relayedConversations() {
        return new RelayedCollection(ConversationDocument.COLLECTION);
    }

    @Bean
    RelayedCollection relayedMessages() {
        return new RelayedCollection(MessageDocument.COLLECTION);
    }

    @Bean
    InitializingBean conversationIndexes(MongoTemplate mongo) {
        return () -> {
            mongo.indexOps(ConversationDocument.COLLECTION)
                    .createIndex(
                            new Index("participants.user", Direction.ASC)
                                    .on("lastMessageAt", Direction.DESC)
                                    .on("_id", Direction.DESC));
            mongo.indexOps(MessageDocument.COLLECTION)
                    .createIndex(
                            new Index("conversation", Direction.ASC)
                                    .on("seq", Direction.DESC)
                                    .unique());
        };
    }

    private static Conversation conversation(ContractActivatedV1 activated) {
        return Conversation.ofContract(
                new ConversationId(Ids.derived("conversation", activated.contractId())),
                activated.contractId(),
                activated.title(),
                List.of(activated.client().user(), activated.talent().user()),
                activated.activatedAt());
    }
}
