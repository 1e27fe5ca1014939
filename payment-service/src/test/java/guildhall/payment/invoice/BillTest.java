package guildhall.payment.invoice;

import static guildhall.payment.invoice.InvoiceFixtures.ACME;
import static guildhall.payment.invoice.InvoiceFixtures.BILL;
import static guildhall.payment.invoice.InvoiceFixtures.ID;
import static guildhall.payment.invoice.InvoiceFixtures.ISSUE;
import static guildhall.payment.invoice.InvoiceFixtures.NOON;
import static guildhall.payment.invoice.InvoiceFixtures.TALENT;
import static guildhall.payment.invoice.InvoiceFixtures.VAT;
import static guildhall.payment.invoice.InvoiceFixtures.occasion;
import static guildhall.payment.invoice.InvoiceFixtures.usd;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.id.InvoiceId;
import guildhall.payment.invoice.Invoice.Absent;
import guildhall.payment.invoice.Invoice.Paid;
import guildhall.payment.invoice.Invoice.Sent;
import guildhall.payment.invoice.InvoiceRejection.MoreThanInvoiced;
import guildhall.payment.invoice.InvoiceRejection.NotPaid;
import guildhall.payment.invoice.InvoiceRejection.UnknownInvoice;
import guildhall.payment.invoice.Invoices.Credited;
import guildhall.payment.invoice.TaxRates.Rule;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.testkit.Seeds;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BillTest {
    static final Paid PAID = new Paid(BILL, ISSUE, NOON);

    @Test
    void takesTaxOutOfAnAmountThatContainsIt() {
        assertThat(BILL.net()).isEqualTo(usd(100_00));
        assertThat(BILL.tax()).isEqualTo(new Bill.Tax(VAT, usd(19_00)));
        assertThat(BILL.total()).isEqualTo(usd(119_00));
    }

    @Test
    void addsTaxToLines() {
        var lines =
                List.of(
                        new InvoiceLine("Listing", 3, usd(33_33)),
                        new InvoiceLine("Banner", 1, usd(1)));

        var bill = Bill.adding(occasion(ID, "service"), lines, VAT);

        assertThat(bill.net()).isEqualTo(usd(100_00));
        assertThat(bill.total()).isEqualTo(usd(119_00));
    }

    @Test
    void neverLosesACentOverAllAmountsAndRates() {
        var any = Seeds.of(7);
        for (int i = 0; i < 2_000; i++) {
            var gross = usd(any.intBetween(1, 10_000_000));
            var rate = new TaxRate("Tax", any.intBetween(0, 10_000));

            var bill = Bill.including(occasion(ID, "release"), "Work", gross, rate);

            assertThat(bill.total()).isEqualTo(gross);
            assertThat(rate.on(bill.net()).minorUnits() - bill.tax().amount().minorUnits())
                    .isBetween(-1L, 1L);
        }
    }

    @Test
    void takesTheFirstRateThatFitsAndNoneOtherwise() {
        var rates =
                new TaxRates(
                        List.of(
                                new Rule(TALENT.party().toString(), "", new TaxRate("Own", 1)),
                                new Rule("TALENT", "DE", VAT),
                                new Rule("", "FR", new TaxRate("TVA", 2_000))));

        assertThat(rates.of(TALENT).name()).isEqualTo("Own");
        assertThat(new TaxRates(rates.rules().subList(1, 3)).of(TALENT)).isEqualTo(VAT);
        assertThat(rates.of(ACME).basisPoints()).isZero();
        assertThat(
                        rates.of(new Letterhead(ACME.party(), "Acme", List.of(), "FR", ""))
                                .basisPoints())
                .isEqualTo(2_000);
    }

    @Test
    void refusesBillsOfNothingAndRatesThatAreNone() {
        assertThatThrownBy(() -> new TaxRate("Tax", 10_001))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InvoiceLine("Nothing", 0, usd(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        Bill.including(occasion(ID, "release"), "x", usd(0), VAT)
                                .lines()
                                .add(new InvoiceLine("More", 1, usd(1))))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void creditsPartsOfAPaidInvoiceUntilNothingIsLeft() {
        var first = credit(new Credited(usd(0), usd(0)), 59_51);
        var rest = credit(new Credited(first.total(), first.tax().amount()), 59_49);

        assertThat(first.net().plus(rest.net())).isEqualTo(BILL.net());
        assertThat(first.tax().amount().plus(rest.tax().amount())).isEqualTo(usd(19_00));
        assertThat(first.purpose())
                .isEqualTo(
                        new Purpose.Correction(ID, BILL.purpose().subject(), "Half of the work"));
        assertThat(first.lines().getFirst().description()).isEqualTo("Correction of INV-000042");
    }

    @Test
    void creditsManySmallPartsWithoutEverExceedingTheInvoice() {
        var credited = new Credited(usd(0), usd(0));
        for (int cents = 0; cents < 119_00; cents += 7) {
            var note = credit(credited, Math.min(7, 119_00 - cents));
            credited =
                    new Credited(
                            credited.total().plus(note.total()),
                            credited.tax().plus(note.tax().amount()));
        }

        assertThat(credited.total()).isEqualTo(usd(119_00));
        assertThat(credited.tax().isLessThan(usd(19_01))).isTrue();
    }

    @Test
    void refusesToCreditMoreThanIsLeftAndWhatIsNotPaid() {
        var request = request(60_00);
        var half = new Credited(usd(59_50), usd(9_50));

        assertThat(CreditNotes.correct(PAID, half, request))
                .isEqualTo(reject(new MoreThanInvoiced(usd(59_50))));
        assertThat(CreditNotes.correct(new Sent(BILL, ISSUE), half, request))
                .isEqualTo(reject(new NotPaid()));
        assertThat(CreditNotes.correct(new Absent(), half, request))
                .isEqualTo(reject(new UnknownInvoice()));
    }

    private static Bill credit(Credited credited, long amount) {
        var decision = CreditNotes.correct(PAID, credited, request(amount));
        return ((Accepted<Bill, InvoiceRejection>) decision).events().getFirst();
    }

    private static CreditNotes.Request request(long amount) {
        return new CreditNotes.Request(
                new InvoiceId(new UUID(0, 7)), usd(amount), "Half of the work", NOON);
    }
}
