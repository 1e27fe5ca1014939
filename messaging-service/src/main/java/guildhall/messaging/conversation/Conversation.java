package guildhall.messaging.conversation;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import guildhall.messaging.conversation.ConversationRejection.ConversationLocked;
import guildhall.messaging.conversation.ConversationRejection.UnknownConversation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who may write to whom, about what.
 *
 * @param lastSeq the number of the last message; zero before the first
 */
public record Conversation(
        ConversationId id,
        Kind kind,
        String subject,
        Optional<ContractId> contract,
        State state,
        List<Participant> participants,
        long lastSeq,
        Instant createdAt,
        Instant lastMessageAt) {
    /** What the conversation belongs to. */
    public enum Kind {
        CONTRACT
    }

    /** Whether anything can still be written. */
    public enum State {
        ACTIVE,
        LOCKED
    }

    /**
     * @param readSeq the last message that the user has read; zero before the first
     */
    public record Participant(UserId user, long readSeq) {}

    public Conversation {
        participants = List.copyOf(participants);
    }

    /** The conversation of a contract that became active. */
    public static Conversation ofContract(
            ConversationId id,
            ContractId contract,
            String subject,
            List<UserId> users,
            Instant at) {
        return new Conversation(
                id,
                Kind.CONTRACT,
                subject,
                Optional.of(contract),
                State.ACTIVE,
                users.stream().map(user -> new Participant(user, 0)).toList(),
                0,
                at,
                at);
    }

    /** Why this user may not write; empty when nothing speaks against it. */
    public Optional<ConversationRejection> refusesPost(UserId sender) {
        if (!has(sender)) {
            return Optional.of(new UnknownConversation());
        }
        return switch (state) {
            case ACTIVE -> Optional.empty();
            case LOCKED -> Optional.of(new ConversationLocked());
        };
    }

    public boolean has(UserId user) {
        return users().contains(user);
    }

    public List<UserId> users() {
        return participants.stream().map(Participant::user).toList();
    }

    public List<UserId> othersThan(UserId sender) {
        return users().stream().filter(user -> !user.equals(sender)).toList();
    }

    /** The last message that the user has read; zero for who takes no part. */
    public long readBy(UserId reader) {
        return participants.stream()
                .filter(participant -> participant.user().equals(reader))
                .mapToLong(Participant::readSeq)
                .findFirst()
                .orElse(0);
    }
}
