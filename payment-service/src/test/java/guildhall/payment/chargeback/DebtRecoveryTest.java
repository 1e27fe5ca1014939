package guildhall.payment.chargeback;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebtRecoveryTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final UUID ID = new UUID(7, 7);
    static final DebtRecovery RECOVERY =
            new DebtRecovery(
                    new Party(PartyType.TALENT, new UUID(2, 2)), Currency.getInstance("USD"));

    @ParameterizedTest
    @CsvSource({"100, -30, 30", "30, -100, 30", "30, -30, 30"})
    void takesWhatIsOwedButNoMoreThanThereIs(long available, long debt, long recovered) {
        var amount = Money.of(recovered, "USD");

        assertThat(RECOVERY.journal(ID, available, debt, NOON))
                .contains(
                        new Journal(
                                new JournalSource("debt-recovery", ID, "recovered"),
                                Reason.DEBT_RECOVERY,
                                "Debt paid off",
                                NOON,
                                List.of(
                                        debit(RECOVERY.wallet(), amount),
                                        credit(RECOVERY.debt(), amount))));
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "0, -100", "0, 0"})
    void takesNothingWithoutADebtOrWithoutMoney(long available, long debt) {
        assertThat(RECOVERY.journal(ID, available, debt, NOON)).isEmpty();
    }

    @Test
    void touchesTheWalletAndTheDebt() {
        assertThat(RECOVERY.accounts()).isEqualTo(Set.of(RECOVERY.wallet(), RECOVERY.debt()));
    }
}
