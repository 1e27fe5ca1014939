package guildhall.messaging.conversation.adapter;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import guildhall.messaging.conversation.Conversation;
import guildhall.messaging.conversation.Conversation.Participant;
import guildhall.runtime.documents.UnsentMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A conversation as it is stored, with what is still to be told of it. */
record ConversationDocument(
        @Id String id,
        String kind,
        String subject,
        @Nullable String contract,
        String state,
        List<ParticipantDocument> participants,
        long lastSeq,
        Instant createdAt,
        Instant lastMessageAt,
        List<UnsentMessage> unsent) {
    static final String COLLECTION = "conversation";

    record ParticipantDocument(String user, long readSeq) {}

    static ConversationDocument of(Conversation conversation, List<UnsentMessage> unsent) {
        return new ConversationDocument(
                conversation.id().toString(),
                conversation.kind().name(),
                conversation.subject(),
                conversation.contract().map(ContractId::toString).orElse(null),
                conversation.state().name(),
                conversation.participants().stream()
                        .map(p -> new ParticipantDocument(p.user().toString(), p.readSeq()))
                        .toList(),
                conversation.lastSeq(),
                conversation.createdAt(),
                conversation.lastMessageAt(),
                unsent);
    }

    Conversation conversation() {
        return new Conversation(
                ConversationId.of(id),
                Conversation.Kind.valueOf(kind),
                subject,
                Optional.ofNullable(contract).map(ContractId::of),
                Conversation.State.valueOf(state),
                participants.stream()
                        .map(p -> new Participant(UserId.of(p.user()), p.readSeq()))
                        .toList(),
                lastSeq,
                createdAt,
                lastMessageAt);
    }
}
