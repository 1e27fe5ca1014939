package guildhall.messaging.conversation;

import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.list.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All conversations. */
public interface Conversations {
    /** Opens it with its event; a second call with the same id changes nothing. */
    void open(Conversation conversation);

    /** Empty unless the user takes part. */
    Optional<Conversation> find(ConversationId id, UserId participant);

    /** Latest message first: those whose latest is before a place. */
    List<Conversation> of(UserId participant, Place before, int rows);

    /** How many messages of others the reader has not read; without those where it is none. */
    Map<ConversationId, Long> unread(List<Conversation> conversations, UserId reader);

    Decision<SentMessage, ConversationRejection> post(PostMessage command);

    /** Newest first, older than the given number. */
    List<SentMessage> messages(ConversationId id, long olderThan, int rows);

    /** Moves the read mark forward, at most to the last message; where it stands now. */
    long read(Conversation conversation, UserId reader, long seq);
}
