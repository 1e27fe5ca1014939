package guildhall.payment.invoice;

import java.time.Instant;

/** What happened to one invoice. */
public sealed interface InvoiceEvent {
    Bill bill();

    record InvoiceDrafted(Bill bill) implements InvoiceEvent {}

    record InvoiceIssued(Bill bill, Issue issue) implements InvoiceEvent {}

    record InvoicePaid(Bill bill, Issue issue, Instant at) implements InvoiceEvent {}

    record InvoiceOverdue(Bill bill, Issue issue, Instant at) implements InvoiceEvent {}

    record DraftDiscarded(Bill bill, String reason, Instant at) implements InvoiceEvent {}

    record InvoiceVoided(Bill bill, Issue issue, String reason, Instant at)
            implements InvoiceEvent {}
}
