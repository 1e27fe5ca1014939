package guildhall.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** With a door that rings when it opens. */
class DialogueTest {
    private enum Door {
        CLOSED,
        OPEN
    }

    private enum Hand {
        PUSH,
        PULL
    }

    private record Reply(Door next, List<String> effects) {}

    private static Reply react(Door door, Hand hand) {
        return switch (hand) {
            case PUSH ->
                    door == Door.CLOSED
                            ? new Reply(Door.OPEN, List.of("ring", "light"))
                            : new Reply(door, List.of());
            case PULL -> new Reply(Door.CLOSED, List.of());
        };
    }

    private final Dialogue<Door, Hand, String> dialogue =
            Dialogue.of(Door.CLOSED, DialogueTest::react, Reply::next, Reply::effects);

    @Test
    void followsAConversation() {
        dialogue.on(Hand.PUSH)
                .then(Door.OPEN, "ring", "light")
                .on(Hand.PUSH)
                .isIgnored()
                .on(Hand.PULL)
                .then(Door.CLOSED);

        assertThat(dialogue.state()).isEqualTo(Door.CLOSED);
        assertThat(dialogue.effects()).containsExactly("ring", "light");
    }

    @Test
    void showsTheTranscriptWhenAnEffectIsMissing() {
        dialogue.on(Hand.PUSH).then(Door.OPEN, "ring", "light").on(Hand.PULL).then(Door.CLOSED);

        assertThatThrownBy(() -> dialogue.on(Hand.PUSH).then(Door.OPEN, "ring"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("on  PULL")
                .hasMessageContaining("asks for         light")
                .hasMessageContaining("ask for          [ring]");
    }

    @Test
    void noticesASignalThatShouldHaveBeenIgnored() {
        assertThatThrownBy(() -> dialogue.on(Hand.PUSH).isIgnored())
                .isInstanceOf(AssertionError.class);
    }
}
