package guildhall.payment.invoice;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.invoice.Series.Kind;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvoiceJournalsTest {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Currency USD = Currency.getInstance("USD");
    static final Party ACME = new Party(PartyType.BUSINESS, new UUID(0, 1));
    static final InvoiceId ID = new InvoiceId(new UUID(0, 7));
    static final Account WALLET = new Available(ACME, USD);
    static final Account REVENUE = new FeeRevenue(USD);

    @Test
    void paysTheTotalOutOfTheWalletOfTheRecipient() {
        var bill =
                Bill.including(
                        new Bill.Occasion(
                                ID,
                                new Subject("period", new UUID(0, 2)),
                                Letterhead.named(Party.PLATFORM, "Guildhall"),
                                Letterhead.named(ACME, "Acme"),
                                NOON),
                        "June",
                        usd(119_00),
                        new TaxRate("VAT", 1_900));
        var issue = new Issue(bill.series(), 42, NOON, NOON);

        assertThat(InvoiceJournals.accounts(bill)).containsExactlyInAnyOrder(WALLET, REVENUE);
        assertThat(InvoiceJournals.paid(bill, issue, NOON))
                .isEqualTo(
                        new Journal(
                                new JournalSource("invoice", ID.value(), "paid"),
                                Reason.INVOICE,
                                "Invoice INV-000042",
                                NOON,
                                List.of(debit(WALLET, usd(119_00)), credit(REVENUE, usd(119_00)))));
    }

    @Test
    void numbersInvoicesAndCreditNotesApart() {
        assertThat(Kind.INVOICE.number(1)).isEqualTo("INV-000001");
        assertThat(Kind.CREDIT_NOTE.number(1_234_567)).isEqualTo("CN-1234567");
    }

    @Test
    void multipliesLinesAndRefusesLinesOfNothing() {
        assertThat(new InvoiceLine("Hours", 3, usd(25_00)).amount()).isEqualTo(usd(75_00));
        assertThatIllegalArgumentException().isThrownBy(() -> new InvoiceLine("Air", 0, usd(1)));
    }

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }
}
