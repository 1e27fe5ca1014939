package guildhall.payment.ledger.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.party.Party;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
    static final String ID = "0197a6c2-0000-7000-8000-000000000001";

    @Test
    void takesAnIdForAnythingThatCanOwnAnAccountButThePlatform() {
        var reference = new Reference(ID);

        assertThat(reference.uuid()).contains(UUID.fromString(ID));
        assertThat(reference.owners())
                .containsExactlyInAnyOrder(
                        ID, "TALENT:" + ID, "BUSINESS:" + ID, "TEAM:" + ID, "WORKSPACE:" + ID);
    }

    @Test
    void takesOtherTextForAnOwnerAsItIs() {
        assertThat(new Reference("TALENT:" + ID).owners()).containsExactly("TALENT:" + ID);
        assertThat(new Reference("ch_1").owners()).containsExactly("ch_1");
    }

    @Test
    void doesNotLeadToEverythingThroughThePlatform() {
        assertThat(new Reference(Party.PLATFORM.toString()).owners()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-2-3-4-5", "ch_1", "", "0197a6c2-0000-7000-8000-00000000000g"})
    void knowsWhatIsNoId(String text) {
        assertThat(new Reference(text).uuid()).isEmpty();
    }
}
