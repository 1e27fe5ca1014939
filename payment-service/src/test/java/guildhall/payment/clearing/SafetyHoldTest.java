package guildhall.payment.clearing;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SafetyHoldTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Currency USD = Currency.getInstance("USD");
    static final Money NET = Money.of(80_00, "USD");
    static final EscrowId ESCROW = new EscrowId(new UUID(0, 1));
    static final ReleaseId RELEASE = new ReleaseId(new UUID(0, 2));
    static final Party TALENT = new Party(PartyType.TALENT, new UUID(0, 3));
    static final Side PAYEE = new Side(TALENT, new UserId(new UUID(0, 4)));

    final SafetyHold hold = new SafetyHold(ESCROW, RELEASE, PAYEE, NET, "Logo", NOON);

    @Test
    void movesTheNetAmountFromPendingToAvailable() {
        var journal = hold.cleared(NOON);

        assertThat(journal)
                .isEqualTo(
                        new Journal(
                                new JournalSource(
                                        "escrow",
                                        ESCROW.value(),
                                        "cleared:" + RELEASE + ":" + TALENT),
                                Reason.CLEARANCE,
                                "Logo",
                                NOON,
                                List.of(
                                        debit(new Pending(TALENT, USD), NET),
                                        credit(new Available(TALENT, USD), NET))));
        assertThat(hold.accounts())
                .isEqualTo(Set.of(new Pending(TALENT, USD), new Available(TALENT, USD)));
    }

    @Test
    void endsTheWindowItsLengthAfterTheRelease() {
        var week = new SafetyWindow(Duration.ofDays(7));

        assertThat(week.endsFor(NOON)).isEqualTo(Instant.parse("2027-01-22T12:00:00Z"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SafetyWindow(Duration.ofSeconds(-1)));
    }
}
