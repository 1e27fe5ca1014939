package guildhall.payment.invoice;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.money.Money;
import guildhall.payment.invoice.Invoice.Absent;
import guildhall.payment.invoice.Invoice.Discarded;
import guildhall.payment.invoice.Invoice.Draft;
import guildhall.payment.invoice.Invoice.Issued;
import guildhall.payment.invoice.Invoice.Overdue;
import guildhall.payment.invoice.Invoice.Paid;
import guildhall.payment.invoice.Invoice.Sent;
import guildhall.payment.invoice.Invoice.Voided;
import guildhall.payment.invoice.InvoiceRejection.IsCreditNote;
import guildhall.payment.invoice.InvoiceRejection.MoreThanInvoiced;
import guildhall.payment.invoice.InvoiceRejection.NotPaid;
import guildhall.payment.invoice.InvoiceRejection.UnknownInvoice;
import guildhall.payment.invoice.Invoices.Credited;
import guildhall.payment.invoice.Purpose.Correction;
import guildhall.payment.invoice.Series.Kind;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.List;

/** Writes the credit note of a part of an invoice, or of all that is left of it. */
public final class CreditNotes {

    /**
     * @param id of the credit note
     * @param amount with tax
     */
    public record Request(InvoiceId id, Money amount, String reason, Instant at) {}

    public static Decision<Bill, InvoiceRejection> correct(
            Invoice invoice, Credited credited, Request request) {
        return switch (invoice) {
            case Issued note when note.bill().purpose().kind() == Kind.CREDIT_NOTE ->
                    reject(new IsCreditNote());
            case Paid(var bill, var issue, _) -> correct(bill, issue, credited, request);
            case Sent _, Overdue _, Voided _, Draft _, Discarded _ -> reject(new NotPaid());
            case Absent _ -> reject(new UnknownInvoice());
        };
    }

    private static Decision<Bill, InvoiceRejection> correct(
            Bill bill, Issue issue, Credited credited, Request request) {
        var left = bill.total().minus(credited.total());
        if (left.isLessThan(request.amount())) {
            return reject(new MoreThanInvoiced(left));
        }
        var tax = new Bill.Tax(bill.tax().rate(), tax(bill, credited, request.amount()));
        var line =
                new InvoiceLine(
                        "Correction of " + issue.number(), 1, request.amount().minus(tax.amount()));
        return accept(
                new Bill(
                        request.id(),
                        new Correction(bill.id(), bill.purpose().subject(), request.reason()),
                        bill.issuer(),
                        bill.recipient(),
                        List.of(line),
                        tax,
                        request.at()));
    }

    /** The last note takes all tax that is left, so that rounding never leaves any behind. */
    private static Money tax(Bill bill, Credited credited, Money amount) {
        var left = bill.tax().amount().minus(credited.tax());
        if (credited.total().plus(amount).equals(bill.total())) {
            return smaller(left, amount);
        }
        return smaller(left, bill.tax().rate().within(amount));
    }

    private static Money smaller(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }

    private CreditNotes() {}
}
