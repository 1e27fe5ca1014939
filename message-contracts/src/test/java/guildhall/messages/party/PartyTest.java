package guildhall.messages.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartyTest {
    @Test
    void readsWhatItWrote() {
        var talent = new Party(PartyType.TALENT, new UUID(1, 2));

        assertThat(Party.of(talent.toString())).isEqualTo(talent);
        assertThat(Party.of(Party.PLATFORM.toString())).isEqualTo(Party.PLATFORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "TALENT", "TALENT:", "TALENT:7", "NOBODY:0197a6c2-0000-7000-8000-1"})
    void refusesWhatIsNoParty(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Party.of(text));
    }
}
