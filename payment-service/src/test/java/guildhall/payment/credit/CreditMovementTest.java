package guildhall.payment.credit;

import static guildhall.payment.credit.CreditDeciderTest.ACME;
import static guildhall.payment.credit.CreditDeciderTest.BONUS;
import static guildhall.payment.credit.CreditDeciderTest.EXPIRY;
import static guildhall.payment.credit.CreditDeciderTest.NOON;
import static guildhall.payment.credit.CreditDeciderTest.PACK;
import static guildhall.payment.credit.CreditDeciderTest.TALENT;
import static guildhall.payment.credit.CreditDeciderTest.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.money.Money;
import guildhall.payment.credit.CreditEvent.CreditsAdded;
import guildhall.payment.credit.CreditEvent.CreditsConsumed;
import guildhall.payment.credit.CreditEvent.CreditsExpired;
import guildhall.payment.credit.CreditEvent.CreditsReleased;
import guildhall.payment.credit.CreditEvent.CreditsReserved;
import guildhall.payment.credit.CreditMovement.Kind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditMovementTest {
    static final CreditAccount AFTER = new CreditAccount(ACME, List.of(PACK), 4, Map.of());
    static final List<Lot.Part> PARTS = List.of(PACK.part(3), BONUS.part(1));

    @Test
    void addsWhatWasBoughtOrGiven() {
        assertThat(of(new CreditsAdded(PACK)))
                .isEqualTo(
                        new CreditMovement(
                                7, Kind.PURCHASE, 10, 0, 10, 4, PACK.id().value(), PACK.addedAt()));
        assertThat(of(new CreditsAdded(BONUS)))
                .isEqualTo(movement(Kind.BONUS, 2, 0, BONUS.id().value()));
    }

    @Test
    void takesAwayWhatExpired() {
        var expired = new CreditsExpired(BONUS.part(2), EXPIRY);

        assertThat(CreditMovement.of(expired, 7, AFTER))
                .isEqualTo(
                        new CreditMovement(
                                7, Kind.EXPIRY, -2, 0, 10, 4, BONUS.id().value(), EXPIRY));
    }

    @Test
    void movesUnitsBetweenWhatIsAvailableAndWhatIsReserved() {
        assertThat(of(new CreditsReserved(TASK, PARTS, NOON)))
                .isEqualTo(movement(Kind.RESERVATION, -4, 4, TASK.value()));
        assertThat(of(new CreditsReleased(TASK, PARTS, NOON)))
                .isEqualTo(movement(Kind.REFUND, 4, -4, TASK.value()));
    }

    @Test
    void usesUpOnlyWhatIsReserved() {
        var split = new TalentShare(7_000).of(Money.of(40_00, "USD"));

        assertThat(of(new CreditsConsumed(TASK, PARTS, TALENT, "Logo", split, NOON)))
                .isEqualTo(movement(Kind.USAGE, 0, -4, TASK.value()));
    }

    @Test
    void sellsNoPacksOfNothing() {
        var price = Money.of(1, "USD");

        assertThat(new CreditPack("one", 1, price).units()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new CreditPack("none", 0, price));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreditPack("gift", 1, Money.of(0, "USD")));
    }

    @Test
    void sharesNoMoreThanThereIs() {
        assertThat(new TalentShare(0).of(Money.of(99, "USD")).fee()).isEqualTo(Money.of(99, "USD"));
        assertThat(new TalentShare(10_000).of(Money.of(99, "USD")).fee())
                .isEqualTo(Money.of(0, "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> new TalentShare(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TalentShare(10_001));
    }

    private static CreditMovement of(CreditEvent event) {
        return CreditMovement.of(event, 7, AFTER);
    }

    private static CreditMovement movement(Kind kind, int available, int reserved, UUID about) {
        return new CreditMovement(7, kind, available, reserved, 10, 4, about, NOON);
    }
}
