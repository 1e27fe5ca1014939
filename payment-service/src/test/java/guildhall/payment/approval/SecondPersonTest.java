package guildhall.payment.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.payment.approval.Consent.Full;
import guildhall.payment.approval.Consent.Partial;
import guildhall.payment.approval.Consent.SamePerson;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondPersonTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Ruling ANN = ruling(1);
    static final Ruling BOB = ruling(2);
    static final Money SMALL = Money.of(1_499_99, "USD");
    static final Money LARGE = Money.of(1_500_00, "USD");

    final SecondPerson rule = new SecondPerson(1_500);

    @ParameterizedTest
    @CsvSource({
        "149999,USD,false",
        "150000,USD,true",
        "1499,JPY,false",
        "1500,JPY,true",
        "1499999,KWD,false",
        "1500000,KWD,true",
        "0,EUR,false"
    })
    void countsMajorUnitsOfEachCurrency(long minorUnits, String currency, boolean isNeeded) {
        assertThat(rule.isNeeded(Money.of(minorUnits, currency))).isEqualTo(isNeeded);
    }

    @Test
    void isContentWithOneBelowTheThreshold() {
        assertThat(rule.consent(SMALL, Approvals.NONE, ANN)).isEqualTo(new Full(Approvals.of(ANN)));
    }

    @Test
    void waitsForAnotherPersonFromTheThresholdOn() {
        var first = Approvals.of(ANN);

        assertThat(rule.consent(LARGE, Approvals.NONE, ANN)).isEqualTo(new Partial(first));
        assertThat(rule.consent(LARGE, first, BOB)).isEqualTo(new Full(Approvals.of(ANN, BOB)));
        assertThat(rule.consent(LARGE, first, new Ruling(ANN.by(), "Really", NOON)))
                .isEqualTo(new SamePerson());
    }

    /** As after a change of the setting. */
    @Test
    void asksForNoThirdPerson() {
        assertThat(rule.consent(SMALL, Approvals.of(ANN), BOB))
                .isEqualTo(new Full(Approvals.of(ANN, BOB)));
    }

    @Test
    void countsNobodyTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> Approvals.of(ANN, BOB, ANN));
    }

    private static Ruling ruling(long person) {
        return new Ruling(new UserId(new UUID(4, person)), "Looked into it", NOON);
    }
}
