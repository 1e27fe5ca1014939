package guildhall.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.runtime.web.Problems;
import guildhall.runtime.web.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

class PartyParameterTest {
    private static final Party OWN = Party.of("TALENT:0197a6c2-0000-7000-8000-000000000001");
    private static final Party OTHER = Party.of("BUSINESS:0197a6c2-0000-7000-8000-000000000002");

    private final PartyParameter owner = new PartyParameter("trial/unknown-party", "FINANCE_OPS");

    @Test
    void isTheOwnPartyWhenNoneIsAskedFor() {
        assertThat(owner.of(null, caller(OWN))).isEqualTo(OWN);
    }

    @Test
    void acceptsTheOwnPartyByName() {
        assertThat(owner.of(OWN.toString(), caller(OWN))).isEqualTo(OWN);
    }

    @Test
    void letsTheNamedStaffAskForAnyParty() {
        assertThat(owner.of(OTHER.toString(), caller(null, "FINANCE_OPS"))).isEqualTo(OTHER);
    }

    @Test
    void hidesOtherPartiesFromEverybodyElse() {
        assertRefused(OTHER.toString(), caller(OWN), HttpStatus.NOT_FOUND);
        assertRefused(OTHER.toString(), caller(OWN, "MODERATOR"), HttpStatus.NOT_FOUND);
    }

    @Test
    void refusesACallerWithoutAPartyWhoAsksForNone() {
        assertRefused(null, caller(null, "FINANCE_OPS"), HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TALENT", "TALENT:1", "GUILD:0197a6c2-0000-7000-8000-000000000001"})
    void refusesWhatIsNoParty(String text) {
        assertRefused(text, caller(OWN, "FINANCE_OPS"), HttpStatus.BAD_REQUEST);
    }

    @Test
    void namesTheProblemThatTheFeatureDocuments() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> owner.of(OTHER.toString(), caller(OWN)))
                .satisfies(refusal ->
                        assertThat(refusal.getBody())
                                .isEqualTo(
                                        Problems.problem(
                                                HttpStatus.NOT_FOUND, "trial/unknown-party")));
    }

    private void assertRefused(@Nullable String party, Caller caller, HttpStatus status) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> owner.of(party, caller))
                .satisfies(refusal -> assertThat(refusal.getStatusCode()).isEqualTo(status));
    }

    private static Caller caller(@Nullable Party party, String... roles) {
        return new Caller(
                new UserId(new UUID(0, 1)),
                new SessionId(new UUID(0, 2)),
                Optional.ofNullable(party),
                Set.of(roles),
                true);
    }
}
