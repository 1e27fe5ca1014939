package guildhall.payment.ledger;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalTest {
    static final Currency USD = Currency.getInstance("USD");
    static final Currency EUR = Currency.getInstance("EUR");
    static final Party ACME = new Party(PartyType.BUSINESS, new UUID(0, 1));

    @Test
    void holdsBalancedEntries() {
        var entries =
                List.of(
                        debit(new CashClearing(USD), Money.of(100, "USD")),
                        credit(new Available(ACME, USD), Money.of(60, "USD")),
                        credit(new Available(ACME, USD), Money.of(40, "USD")));

        assertThat(journal(entries).entries()).isEqualTo(entries);
    }

    @Test
    void refusesDebitsThatDifferFromCredits() {
        var entries =
                List.of(
                        debit(new CashClearing(USD), Money.of(100, "USD")),
                        credit(new Available(ACME, USD), Money.of(99, "USD")));

        assertThatIllegalArgumentException().isThrownBy(() -> journal(entries));
    }

    @Test
    void refusesTwoCurrencies() {
        var entries =
                List.of(
                        debit(new CashClearing(USD), Money.of(100, "USD")),
                        credit(new Available(ACME, EUR), Money.of(100, "EUR")));

        assertThatIllegalArgumentException().isThrownBy(() -> journal(entries));
    }

    @Test
    void refusesToPostNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> journal(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> debit(new CashClearing(USD), Money.zero(USD)));
    }

    @Test
    void refusesAnAmountInAnotherCurrencyThanItsAccount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> debit(new CashClearing(EUR), Money.of(1, "USD")));
    }

    static Journal journal(List<Entry> entries) {
        return new Journal(
                new JournalSource("top-up", new UUID(0, 9), "succeeded"),
                Reason.DEPOSIT,
                "Top-up",
                Instant.EPOCH,
                entries);
    }
}
