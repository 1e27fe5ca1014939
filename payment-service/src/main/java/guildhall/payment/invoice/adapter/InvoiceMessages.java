package guildhall.payment.invoice.adapter;

import guildhall.messages.payment.InvoiceEvents;
import guildhall.messages.payment.InvoiceEvents.InvoiceIssuedV1;
import guildhall.messages.payment.InvoiceEvents.InvoiceOverdueV1;
import guildhall.messages.payment.InvoiceEvents.InvoicePaidV1;
import guildhall.messages.payment.InvoiceEvents.InvoiceSubject;
import guildhall.payment.invoice.Bill;
import guildhall.payment.invoice.InvoiceEvent;
import guildhall.payment.invoice.InvoiceEvent.DraftDiscarded;
import guildhall.payment.invoice.InvoiceEvent.InvoiceDrafted;
import guildhall.payment.invoice.InvoiceEvent.InvoiceIssued;
import guildhall.payment.invoice.InvoiceEvent.InvoiceOverdue;
import guildhall.payment.invoice.InvoiceEvent.InvoicePaid;
import guildhall.payment.invoice.InvoiceEvent.InvoiceVoided;
import guildhall.payment.invoice.Issue;
import guildhall.payment.invoice.Purpose;
import java.util.Optional;

/** What the world hears of invoices. Drafts, and what was voided, are between the two parties. */
final class InvoiceMessages {

    static Optional<InvoiceEvents> of(InvoiceEvent event) {
        return switch (event) {
            case InvoiceIssued(var bill, var issue) -> Optional.of(issued(bill, issue));
            case InvoicePaid(var bill, var issue, var at) ->
                    Optional.of(
                            new InvoicePaidV1(
                                    bill.id(),
                                    issue.number(),
                                    bill.issuer().party(),
                                    bill.recipient().party(),
                                    subject(bill),
                                    bill.total(),
                                    at));
            case InvoiceOverdue(var bill, var issue, _) ->
                    Optional.of(
                            new InvoiceOverdueV1(
                                    bill.id(),
                                    issue.number(),
                                    bill.issuer().party(),
                                    bill.recipient().party(),
                                    subject(bill),
                                    bill.total(),
                                    issue.dueAt()));
            case InvoiceDrafted _, DraftDiscarded _, InvoiceVoided _ -> Optional.empty();
        };
    }

    /** A credit note is not to be paid, so it is due at no time. */
    private static InvoiceIssuedV1 issued(Bill bill, Issue issue) {
        var corrected =
                switch (bill.purpose()) {
                    case Purpose.Charge _ -> null;
                    case Purpose.Correction correction -> correction.corrects();
                };
        return new InvoiceIssuedV1(
                bill.id(),
                issue.number(),
                bill.issuer().party(),
                bill.recipient().party(),
                subject(bill),
                bill.total(),
                bill.tax().amount(),
                corrected == null ? issue.dueAt() : null,
                corrected,
                issue.issuedAt());
    }

    private static InvoiceSubject subject(Bill bill) {
        return new InvoiceSubject(bill.purpose().subject().type(), bill.purpose().subject().id());
    }

    private InvoiceMessages() {}
}
