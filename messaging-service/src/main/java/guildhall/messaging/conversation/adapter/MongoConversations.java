package guildhall.messaging.conversation.adapter;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import guildhall.messages.messaging.ConversationEvents.ConversationCreatedV1;
import guildhall.messages.messaging.ConversationEvents.MessageSentV1;
import guildhall.messaging.conversation.Conversation;
import guildhall.messaging.conversation.ConversationRejection;
import guildhall.messaging.conversation.ConversationRejection.KeyReused;
import guildhall.messaging.conversation.ConversationRejection.UnknownConversation;
import guildhall.messaging.conversation.Conversations;
import guildhall.messaging.conversation.PostMessage;
import guildhall.messaging.conversation.SentMessage;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.documents.DocumentOutbox;
import guildhall.runtime.list.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoConversations implements Conversations {
    /** Each lost race means that somebody else's message was stored, so this is never reached. */
    private static final int MOST_LOST_RACES = 200;

    private final MongoTemplate mongo;
    private final DocumentOutbox outbox;

    MongoConversations(MongoTemplate mongo, DocumentOutbox outbox) {
        this.mongo = mongo;
        this.outbox = outbox;
    }

    @Override
    public void open(Conversation conversation) {
        var created =
                new ConversationCreatedV1(
                        conversation.id(),
                        conversation.kind().name(),
                        conversation.subject(),
                        conversation.contract().orElse(null),
                        conversation.users(),
                        conversation.createdAt());
        try {
            mongo.insert(
                    ConversationDocument.of(conversation, outbox.stamp(List.of(created))),
                    ConversationDocument.COLLECTION);
            outbox.wake(ConversationDocument.COLLECTION, conversation.id().toString());
        } catch (DuplicateKeyException _) {
            // A repeated event: the conversation is there, and so is its own event.
        }
    }

    @Override
    public Optional<Conversation> find(ConversationId id, UserId participant) {
        return load(id).filter(conversation -> conversation.has(participant));
    }

    @Override
    public List<Conversation> of(UserId participant, Place before, int rows) {
        var criteria =
                where("participants.user")
                        .is(participant.toString())
                        .orOperator(
                                where("lastMessageAt").lt(before.at()),
                                where("lastMessageAt")
                                        .is(before.at())
                                        .and("_id")
                                        .lt(before.id().toString()));
        var query =
                query(criteria)
                        .with(Sort.by(Sort.Direction.DESC, "lastMessageAt", "_id"))
                        .limit(rows);
        return mongo
                .find(query, ConversationDocument.class, ConversationDocument.COLLECTION)
                .stream()
                .map(ConversationDocument::conversation)
                .toList();
    }

    @Override
    public Map<ConversationId, Long> unread(List<Conversation> conversations, UserId reader) {
        record Count(String id, long unread) {}
        if (conversations.isEmpty()) {
            return Map.of();
        }
        var afterTheMarks =
                conversations.stream()
                        .map(c -> inConversation(c.id()).and("seq").gt(c.readBy(reader)))
                        .toList();
        var ofOthers = where("sender").ne(reader.toString()).orOperator(afterTheMarks);
        var perConversation =
                newAggregation(match(ofOthers), group("conversation").count().as("unread"));
        return mongo
                .aggregate(perConversation, MessageDocument.COLLECTION, Count.class)
                .getMappedResults()
                .stream()
                .collect(toUnmodifiableMap(c -> ConversationId.of(c.id()), Count::unread));
    }

    @Override
    public Decision<SentMessage, ConversationRejection> post(PostMessage command) {
        for (int lost = 0; lost < MOST_LOST_RACES; lost++) {
            var earlier = sent(command);
            if (earlier.isPresent()) {
                return repeated(earlier.get(), command);
            }
            var conversation = load(command.conversation());
            var refusal =
                    conversation
                            .map(found -> found.refusesPost(command.sender()))
                            .orElseGet(() -> Optional.of(new UnknownConversation()));
            if (refusal.isPresent()) {
                return reject(refusal.get());
            }
            var message = command.numbered(newestSeq(command.conversation()) + 1);
            if (isStored(message, conversation.orElseThrow())) {
                return accept(message);
            }
        }
        throw new OptimisticLockingFailureException("Too many write at once");
    }

    @Override
    public List<SentMessage> messages(ConversationId id, long olderThan, int rows) {
        var query =
                query(inConversation(id).and("seq").lt(olderThan))
                        .with(Sort.by(Sort.Direction.DESC, "seq"))
                        .limit(rows);
        return mongo.find(query, MessageDocument.class, MessageDocument.COLLECTION).stream()
                .map(MessageDocument::message)
                .toList();
    }

    @Override
    public long read(Conversation conversation, UserId reader, long seq) {
        var mark = Math.min(seq, newestSeq(conversation.id()));
        var before = conversation.readBy(reader);
        if (mark <= before) {
            return before;
        }
        var participant =
                where("_id")
                        .is(conversation.id().toString())
                        .and("participants.user")
                        .is(reader.toString());
        mongo.updateFirst(
                query(participant),
                new Update().max("participants.$.readSeq", mark),
                ConversationDocument.COLLECTION);
        return mark;
    }

    private Optional<Conversation> load(ConversationId id) {
        return Optional.ofNullable(
                        mongo.findById(
                                id.toString(),
                                ConversationDocument.class,
                                ConversationDocument.COLLECTION))
                .map(ConversationDocument::conversation);
    }

    private Optional<SentMessage> sent(PostMessage command) {
        return Optional.ofNullable(
                        mongo.findById(
                                command.id().toString(),
                                MessageDocument.class,
                                MessageDocument.COLLECTION))
                .map(MessageDocument::message);
    }

    /** The first try may have ended between the message and its conversation. */
    private Decision<SentMessage, ConversationRejection> repeated(
            SentMessage earlier, PostMessage command) {
        if (!earlier.answers(command)) {
            return reject(new KeyReused());
        }
        advance(earlier);
        return accept(earlier);
    }

    private long newestSeq(ConversationId id) {
        return messages(id, Long.MAX_VALUE, 1).stream().mapToLong(SentMessage::seq).sum();
    }

    /** False when the number, or the id, was taken meanwhile: both are unique. */
    private boolean isStored(SentMessage message, Conversation conversation) {
        var event =
                new MessageSentV1(
                        conversation.id(),
                        message.seq(),
                        conversation.subject(),
                        message.sender(),
                        conversation.othersThan(message.sender()),
                        message.sentAt());
        try {
            mongo.insert(
                    MessageDocument.of(message, outbox.stamp(List.of(event))),
                    MessageDocument.COLLECTION);
        } catch (DuplicateKeyException _) {
            return false;
        }
        outbox.wake(MessageDocument.COLLECTION, message.id().toString());
        advance(message);
        return true;
    }

    private void advance(SentMessage message) {
        mongo.updateFirst(
                query(where("_id").is(message.conversation().toString())),
                new Update().max("lastSeq", message.seq()).max("lastMessageAt", message.sentAt()),
                ConversationDocument.COLLECTION);
    }

    private static Criteria inConversation(ConversationId id) {
        return where("conversation").is(id.toString());
    }
}
