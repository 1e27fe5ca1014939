package guildhall.payment.invoice;

import static guildhall.payment.invoice.InvoiceFixtures.BILL;
import static guildhall.payment.invoice.InvoiceFixtures.DUE;
import static guildhall.payment.invoice.InvoiceFixtures.ID;
import static guildhall.payment.invoice.InvoiceFixtures.ISSUE;
import static guildhall.payment.invoice.InvoiceFixtures.NOON;
import static guildhall.payment.invoice.InvoiceFixtures.VAT;
import static guildhall.payment.invoice.InvoiceFixtures.occasion;
import static guildhall.payment.invoice.InvoiceFixtures.usd;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.id.InvoiceId;
import guildhall.payment.invoice.Invoice.Paid;
import guildhall.payment.invoice.Invoice.Sent;
import guildhall.payment.invoice.Invoice.Voided;
import guildhall.payment.invoice.InvoiceRejection.AlreadyVoid;
import guildhall.payment.invoice.InvoiceRejection.UnknownInvoice;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvoiceDeskTest {
    static final InvoiceId OTHER = new InvoiceId(new UUID(0, 8));
    static final Bill SECOND = Bill.including(occasion(OTHER, "release"), "Icon", usd(5), VAT);

    final NumberBook numbers = new NumberBook(Map.of(BILL.series(), 41L));

    @Test
    void numbersInvoicesWithoutGaps() {
        var desk = new InvoiceDesk(Map.of(), numbers);

        desk.issuePaid(BILL, NOON);
        desk.issue(SECOND, NOON, DUE);

        assertThat(desk.changed())
                .containsExactly(
                        Map.entry(
                                ID, new Paid(BILL, new Issue(BILL.series(), 42, NOON, NOON), NOON)),
                        Map.entry(
                                OTHER, new Sent(SECOND, new Issue(BILL.series(), 43, NOON, DUE))));
        assertThat(numbers.taken()).isEqualTo(Map.of(BILL.series(), 43L));
        assertThat(new Issue(BILL.series(), 43, NOON, DUE).number()).isEqualTo("INV-000043");
    }

    @Test
    void takesNoNumberForWhatWasSentBefore() {
        var desk = new InvoiceDesk(Map.of(ID, new Paid(BILL, ISSUE, NOON)), numbers);

        var events = desk.issuePaid(BILL, NOON);

        assertThat(events).isEmpty();
        assertThat(desk.changed()).isEmpty();
        assertThat(numbers.taken()).isEmpty();
    }

    @Test
    void takesNoNumberForWhatCannotBeSent() {
        var desk = new InvoiceDesk(Map.of(ID, new Voided(BILL, ISSUE, "x", NOON)), numbers);

        assertThat(desk.send(ID, NOON, DUE)).isEqualTo(reject(new AlreadyVoid()));
        assertThat(desk.send(OTHER, NOON, DUE)).isEqualTo(reject(new UnknownInvoice()));

        assertThat(numbers.taken()).isEmpty();
    }

    @Test
    void refusesASeriesThatIsNotLocked() {
        var desk = new InvoiceDesk(Map.of(), new NumberBook(Map.of()));

        assertThatThrownBy(() -> desk.issuePaid(BILL, NOON))
                .isInstanceOf(IllegalStateException.class);
    }
}
