package guildhall.payment.invoice.adapter;

import static guildhall.payment.invoice.InvoiceFixtures.ACME;
import static guildhall.payment.invoice.InvoiceFixtures.BILL;
import static guildhall.payment.invoice.InvoiceFixtures.ID;
import static guildhall.payment.invoice.InvoiceFixtures.ISSUE;
import static guildhall.payment.invoice.InvoiceFixtures.NOON;
import static guildhall.payment.invoice.InvoiceFixtures.TALENT;
import static guildhall.payment.invoice.InvoiceFixtures.VAT;
import static guildhall.payment.invoice.InvoiceFixtures.occasion;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.money.Money;
import guildhall.payment.invoice.Bill;
import guildhall.payment.invoice.Invoice;
import guildhall.payment.invoice.Invoice.Draft;
import guildhall.payment.invoice.Invoice.Known;
import guildhall.payment.invoice.Invoice.Paid;
import guildhall.payment.invoice.Invoice.Sent;
import guildhall.payment.invoice.Invoice.Voided;
import guildhall.payment.invoice.InvoiceLine;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class InvoicePdfTest {

    @Test
    void saysAllThatABusinessNeeds() throws IOException {
        var text = text(new Paid(BILL, ISSUE, NOON));

        assertThat(text)
                .contains("Invoice", "PAID", "No. INV-000042")
                .contains("Jordan Diaz", "2 Side Street", "Germany", "Tax number: DE123456789")
                .contains("Acme Ltd")
                .contains("Date: 2027-01-15", "Due: 2027-01-29")
                .contains("Logo", "100.00", "VAT 19 %", "19.00", "Total USD", "119.00")
                .contains("Paid on 2027-01-15", "Page 1 of 1");
    }

    @Test
    void isTheSameToTheLastByte() {
        var invoice = new Paid(BILL, ISSUE, NOON);

        assertThat(InvoicePdf.of(invoice)).isEqualTo(InvoicePdf.of(invoice));
    }

    @Test
    void marksDraftsAndWhatIsVoid() throws IOException {
        assertThat(text(new Draft(BILL))).contains("DRAFT", "No. draft", "no invoice");
        assertThat(text(new Voided(BILL, ISSUE, "Wrong client", NOON)))
                .contains("VOID", "Wrong client", "INV-000042");
    }

    @Test
    void wrapsLongTextAndGoesOnToMorePages() throws IOException {
        var long_ = "Supercalifragilistic ".repeat(40) + "x".repeat(300);
        var lines =
                IntStream.range(0, 60)
                        .mapToObj(i -> new InvoiceLine(i + ": " + long_, 1, Money.of(1, "JPY")))
                        .toList();
        var bill = Bill.adding(occasion(ID, "service"), lines, VAT);

        var pdf = InvoicePdf.of(new Sent(bill, ISSUE));

        try (var document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            var text = new PDFTextStripper().getText(document);
            assertThat(pages).isGreaterThan(10);
            assertThat(text).contains("0: Super", "59: Super", "Page 1 of " + pages);
            assertThat(text.lines().filter("Description Quantity Unit price Amount"::equals))
                    .hasSizeGreaterThanOrEqualTo(pages - 1);
            assertThat(text).contains("Total JPY 71");
        }
    }

    @Test
    void showsLettersOfManyScriptsAndAMarkForOthers() throws IOException {
        var lines = List.of(new InvoiceLine("Żółć Ελλάδα Привет 日本", 1, Money.of(1, "USD")));
        var bill = Bill.adding(occasion(ID, "service"), lines, VAT);

        assertThat(text(new Sent(bill, ISSUE))).contains("Żółć Ελλάδα Привет ??");
    }

    @Test
    void namesBothParties() throws IOException {
        var text = text(new Sent(BILL, ISSUE));

        assertThat(text).contains(TALENT.name(), ACME.name()).doesNotContain("PAID");
    }

    private static String text(Invoice invoice) throws IOException {
        try (var document = Loader.loadPDF(InvoicePdf.of((Known) invoice))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
