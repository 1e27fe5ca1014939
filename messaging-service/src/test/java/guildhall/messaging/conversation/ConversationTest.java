package guildhall.messaging.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ConversationId;
import guildhall.messages.id.UserId;
import guildhall.messaging.conversation.Conversation.Kind;
import guildhall.messaging.conversation.Conversation.Participant;
import guildhall.messaging.conversation.Conversation.State;
import guildhall.messaging.conversation.ConversationRejection.ConversationLocked;
import guildhall.messaging.conversation.ConversationRejection.UnknownConversation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTest {
    static final ConversationId ID = new ConversationId(new UUID(0, 1));
    static final ContractId CONTRACT = new ContractId(new UUID(0, 2));
    static final UserId CLIENT = new UserId(new UUID(0, 3));
    static final UserId TALENT = new UserId(new UUID(0, 4));
    static final UserId STRANGER = new UserId(new UUID(0, 5));
    static final Instant MONDAY = Instant.parse("2027-03-01T09:30:00Z");

    @Test
    void opensEmptyForBothSidesOfTheContract() {
        var conversation =
                Conversation.ofContract(ID, CONTRACT, "A logo", List.of(CLIENT, TALENT), MONDAY);

        assertThat(conversation)
                .isEqualTo(
                        new Conversation(
                                ID,
                                Kind.CONTRACT,
                                "A logo",
                                Optional.of(CONTRACT),
                                State.ACTIVE,
                                List.of(new Participant(CLIENT, 0), new Participant(TALENT, 0)),
                                0,
                                MONDAY,
                                MONDAY));
    }

    @Test
    void letsParticipantsWrite() {
        var conversation = conversation(State.ACTIVE);

        assertThat(conversation.refusesPost(CLIENT)).isEmpty();
        assertThat(conversation.refusesPost(TALENT)).isEmpty();
    }

    @Test
    void doesNotExistForStrangersWhetherLockedOrNot() {
        assertThat(conversation(State.ACTIVE).refusesPost(STRANGER))
                .contains(new UnknownConversation());
        assertThat(conversation(State.LOCKED).refusesPost(STRANGER))
                .contains(new UnknownConversation());
    }

    @Test
    void takesNothingMoreWhenLocked() {
        assertThat(conversation(State.LOCKED).refusesPost(CLIENT))
                .contains(new ConversationLocked());
    }

    @Test
    void tellsTheOthersOnly() {
        var conversation = conversation(State.ACTIVE);

        assertThat(conversation.othersThan(CLIENT)).containsExactly(TALENT);
        assertThat(conversation.othersThan(TALENT)).containsExactly(CLIENT);
    }

    @Test
    void knowsHowFarEachHasRead() {
        var conversation = conversation(State.ACTIVE);

        assertThat(conversation.readBy(CLIENT)).isEqualTo(4);
        assertThat(conversation.readBy(TALENT)).isEqualTo(7);
        assertThat(conversation.readBy(STRANGER)).isZero();
    }

    @Test
    void recognisesTheMessageOfARepeatedCommand() {
        var command = new PostMessage(new UUID(0, 9), ID, CLIENT, "Hello", MONDAY);
        var sent = command.numbered(3);

        assertThat(sent).isEqualTo(new SentMessage(new UUID(0, 9), ID, 3, CLIENT, "Hello", MONDAY));
        assertThat(sent.answers(command)).isTrue();
        assertThat(sent.answers(repeated(ID, TALENT, "Hello"))).isFalse();
        assertThat(sent.answers(repeated(ID, CLIENT, "Goodbye"))).isFalse();
        assertThat(sent.answers(repeated(new ConversationId(new UUID(9, 9)), CLIENT, "Hello")))
                .isFalse();
    }

    private static PostMessage repeated(ConversationId conversation, UserId sender, String body) {
        return new PostMessage(new UUID(0, 9), conversation, sender, body, MONDAY.plusSeconds(60));
    }

    private static Conversation conversation(State state) {
        return new Conversation(
                ID,
                Kind.CONTRACT,
                "A logo",
                Optional.of(CONTRACT),
                state,
                List.of(new Participant(CLIENT, 4), new Participant(TALENT, 7)),
                7,
                MONDAY,
                MONDAY);
    }
}
