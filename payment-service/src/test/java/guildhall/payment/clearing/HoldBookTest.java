package guildhall.payment.clearing;

import static guildhall.payment.clearing.SafetyHoldTest.ESCROW;
import static guildhall.payment.clearing.SafetyHoldTest.NET;
import static guildhall.payment.clearing.SafetyHoldTest.NOON;
import static guildhall.payment.clearing.SafetyHoldTest.PAYEE;
import static guildhall.payment.clearing.SafetyHoldTest.RELEASE;
import static guildhall.payment.clearing.SafetyHoldTest.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldBookTest {
    static final Money NOTHING = Money.zero(USD);
    static final Instant LATER = NOON.plusSeconds(3_600);
    static final EscrowId OTHER = new EscrowId(new UUID(0, 9));
    static final SafetyHold OPEN = hold(ESCROW, RELEASE, PAYEE);
    static final SafetyHold OF_ANOTHER_ESCROW = hold(OTHER, RELEASE, PAYEE);
    static final SafetyHold OF_ANOTHER_RELEASE = hold(ESCROW, new ReleaseId(new UUID(0, 8)), PAYEE);

    final HoldBook book =
            new HoldBook(
                    new HoldBook.Locked(
                            List.of(OPEN, OF_ANOTHER_ESCROW, OF_ANOTHER_RELEASE), List.of()));

    @Test
    void addsUpWhatAllPayeesOfOneReleaseWaitFor() {
        var partner =
                new Side(new Party(PartyType.TALENT, new UUID(0, 7)), new UserId(new UUID(0, 6)));
        var added = hold(ESCROW, RELEASE, partner);

        book.add(added);

        assertThat(book.pending(ESCROW, RELEASE, NOTHING)).isEqualTo(NET.plus(NET));
        assertThat(book.added()).containsExactly(added);
        assertThat(book.changed()).isEqualTo(HoldBook.Locked.NOTHING);
    }

    @Test
    void recallsTheHoldsOfOneReleaseOnly() {
        book.recall(ESCROW, RELEASE, NOON);

        assertThat(book.pending(ESCROW, RELEASE, NOTHING)).isEqualTo(NOTHING);
        assertThat(book.pending(OTHER, RELEASE, NOTHING)).isEqualTo(NET);
        assertThat(book.pending(ESCROW, OF_ANOTHER_RELEASE.release(), NOTHING)).isEqualTo(NET);
        assertThat(book.changed())
                .isEqualTo(new HoldBook.Locked(List.of(), List.of(new RecalledHold(OPEN, NOON))));
    }

    @Test
    void letsARecalledHoldGoOnWithTheTimeThatItHadLeft() {
        var recalled =
                new HoldBook(new HoldBook.Locked(List.of(), List.of(new RecalledHold(OPEN, NOON))));

        recalled.restore(ESCROW, RELEASE, LATER);

        var restored = OPEN.clearingAt(OPEN.clearsAt().plusSeconds(3_600));
        assertThat(recalled.changed()).isEqualTo(new HoldBook.Locked(List.of(restored), List.of()));
        assertThat(recalled.pending(ESCROW, RELEASE, NOTHING)).isEqualTo(NET);
    }

    @Test
    void neitherRecallsNorRestoresTwice() {
        assertThatIllegalStateException().isThrownBy(() -> book.restore(ESCROW, RELEASE, LATER));

        book.recall(ESCROW, RELEASE, NOON);

        assertThatIllegalStateException().isThrownBy(() -> book.recall(ESCROW, RELEASE, LATER));
    }

    private static SafetyHold hold(EscrowId escrow, ReleaseId release, Side payee) {
        return new SafetyHold(escrow, release, payee, NET, "Logo", NOON);
    }
}
