package guildhall.payment.invoice;

import guildhall.messages.id.InvoiceId;
import java.time.Instant;

public sealed interface InvoiceCommand {
    InvoiceId invoice();

    record DraftInvoice(Bill bill) implements InvoiceCommand {
        @Override
        public InvoiceId invoice() {
            return bill.id();
        }
    }

    /**
     * @param issue with the number that it gets if it is sent now
     */
    record SendInvoice(InvoiceId invoice, Issue issue) implements InvoiceCommand {}

    /** It was paid. */
    record SettleInvoice(InvoiceId invoice, Instant at) implements InvoiceCommand {}

    record CallOverdue(InvoiceId invoice, Instant at) implements InvoiceCommand {}

    record VoidInvoice(InvoiceId invoice, String reason, Instant at) implements InvoiceCommand {}
}
