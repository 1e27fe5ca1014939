package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.InvoiceId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about invoices and credit notes. */
@Topic("payment.invoice.events")
public sealed interface InvoiceEvents extends Message {
    InvoiceId invoiceId();

    @Override
    default String key() {
        return invoiceId().toString();
    }

    /** What an invoice is about, for example a release and its id. */
    record InvoiceSubject(String type, UUID id) {}

    /**
     * An invoice got its number and went to its recipient. Total includes tax. A credit note names
     * the invoice that it corrects and has no due date.
     */
    @MessageType("payment.invoice-issued.v1")
    record InvoiceIssuedV1(
            InvoiceId invoiceId,
            String number,
            Party issuer,
            Party recipient,
            InvoiceSubject subject,
            Money total,
            Money tax,
            @Nullable Instant dueAt,
            @Nullable InvoiceId corrects,
            Instant issuedAt)
            implements InvoiceEvents {}

    /** Nothing more is owed for it. */
    @MessageType("payment.invoice-paid.v1")
    record InvoicePaidV1(
            InvoiceId invoiceId,
            String number,
            Party issuer,
            Party recipient,
            InvoiceSubject subject,
            Money total,
            Instant paidAt)
            implements InvoiceEvents {}

    /** The due date passed without a payment. */
    @MessageType("payment.invoice-overdue.v1")
    record InvoiceOverdueV1(
            InvoiceId invoiceId,
            String number,
            Party issuer,
            Party recipient,
            InvoiceSubject subject,
            Money total,
            Instant dueAt)
            implements InvoiceEvents {}
}
