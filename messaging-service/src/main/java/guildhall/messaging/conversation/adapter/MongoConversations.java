package guildhall.messaging.conversation.adapter;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import guildhall.messages.messaging.ConversationEvents.ConversationCreatedV1;
import guildhall.messages.messaging.ConversationEvents.MessageSentV1;
import guildhall.messaging.conversation.Conversation;
import guildhall.messaging.conversation.ConversationRejection;
import guildhall.messaging.conversation.ConversationRejection.ConversationLocked;
import guildhall.messaging.conversation.ConversationRejection.MessageOfAnother;
import guildhall.messaging.conversation.ConversationRejection.UnknownConversation;
import guildhall.messaging.conversation.Conversations;
import guildhall.messaging.conversation.PostMessage;
import guildhall.messaging.conversation.SentMessage;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.documents.DocumentOutbox;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoConversations implements Conversations {
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
            outbox.wake();
        } catch (DuplicateKeyException _) {
            // A repeated event: the conversation is there, and so is its own event.
        }
    }

    @Override
    public Optional<Conversation> find(ConversationId id, UserId participant) {
        return load(id).filter(conversation -> conversation.has(participant));
    }

    @Override
    public List<Conversation> of(UserId participant, Optional<String> after, int rows) {
        var criteria = where("participants.user").is(participant.toString());
        after.map(ConversationCursor::parse).ifPresent(cursor -> cursor.restrict(criteria));
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
    public String cursorOf(Conversation conversation) {
        return ConversationCursor.of(conversation).toString();
    }

    @Override
    public Decision<SentMessage, ConversationRejection> post(PostMessage command) {
        var earlier = sent(command);
        if (earlier.isPresent()) {
            return repeated(earlier.get(), command);
        }
        var refusal =
                load(command.conversation())
                        .map(conversation -> conversation.refusesPost(command.sender()))
                        .orElseGet(() -> Optional.of(new UnknownConversation()));
        if (refusal.isPresent()) {
            return reject(refusal.get());
        }
        return nextSeq(command)
                .map(conversation -> store(command, conversation))
                .orElseGet(() -> reject(new ConversationLocked()));
    }

    @Override
    public List<SentMessage> messages(ConversationId id, long olderThan, int rows) {
        var query =
                query(where("conversation").is(id.toString()).and("seq").lt(olderThan))
                        .with(Sort.by(Sort.Direction.DESC, "seq"))
                        .limit(rows);
        return mongo.find(query, MessageDocument.class, MessageDocument.COLLECTION).stream()
                .map(MessageDocument::message)
                .toList();
    }

    @Override
    public Optional<Long> read(ConversationId id, UserId user, long seq) {
        return find(id, user)
                .map(conversation -> mark(id, user, Math.min(seq, conversation.seq())));
    }

    private long mark(ConversationId id, UserId user, long seq) {
        mongo.updateFirst(
                query(where("_id").is(id.toString()).and("participants.user").is(user.toString())),
                new Update().max("participants.$.readSeq", seq),
                ConversationDocument.COLLECTION);
        return seq;
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

    private static Decision<SentMessage, ConversationRejection> repeated(
            SentMessage earlier, PostMessage command) {
        return earlier.sender().equals(command.sender())
                        && earlier.conversation().equals(command.conversation())
                ? accept(earlier)
                : reject(new MessageOfAnother());
    }

    /** Takes the next number; empty when the conversation was locked meanwhile. */
    private Optional<Conversation> nextSeq(PostMessage command) {
        var open =
                where("_id")
                        .is(command.conversation().toString())
                        .and("state")
                        .is(Conversation.State.ACTIVE.name());
        return Optional.ofNullable(
                        mongo.findAndModify(
                                query(open),
                                new Update().inc("seq", 1).max("lastMessageAt", command.at()),
                                FindAndModifyOptions.options().returnNew(true),
                                ConversationDocument.class,
                                ConversationDocument.COLLECTION))
                .map(ConversationDocument::conversation);
    }

    private Decision<SentMessage, ConversationRejection> store(
            PostMessage command, Conversation conversation) {
        var message =
                new SentMessage(
                        command.id(),
                        conversation.id(),
                        conversation.seq(),
                        command.sender(),
                        command.body(),
                        command.at());
        try {
            mongo.insert(
                    MessageDocument.of(
                            message, outbox.stamp(List.of(event(message, conversation)))),
                    MessageDocument.COLLECTION);
        } catch (DuplicateKeyException _) {
            // The same request twice at once: the other one stored it.
            return repeated(sent(command).orElseThrow(), command);
        }
        outbox.wake();
        mark(conversation.id(), command.sender(), message.seq());
        return accept(message);
    }

    private static MessageSentV1 event(SentMessage message, Conversation conversation) {
        return new MessageSentV1(
                conversation.id(),
                message.seq(),
                conversation.subject(),
                message.sender(),
                conversation.othersThan(message.sender()),
                message.sentAt());
    }
}
