package guildhall.payment.invoice;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import java.time.Instant;
import java.util.List;

/** Where other features have their invoices written. Joins the present transaction. */
public interface InvoiceOffice {
    /**
     * A charge of the platform, tax included.
     *
     * @param description one line for people
     */
    record Charge(
            InvoiceId id, Subject subject, Party recipient, String description, Money gross) {}

    /**
     * Waits for the platform's next number. Whoever will also lock accounts calls this first,
     * because a batch of invoices may be holding the counter, and nobody shall wait for it while
     * holding the accounts that everybody needs.
     */
    void lockNumbers();

    /** Writes invoices for money that has already moved: sent and paid at once. */
    void issuePaid(List<Charge> charges, Instant at);

    /** Writes an invoice that waits for its payment. */
    void issue(Charge charge, Instant at, Instant dueAt);

    /** The money for an invoice has moved. */
    void settle(InvoiceId invoice, Instant at);

    /** Nobody will pay this invoice any more. */
    void writeOff(InvoiceId invoice, String reason, Instant at);
}
