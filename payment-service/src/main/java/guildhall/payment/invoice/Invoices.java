package guildhall.payment.invoice;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.runtime.list.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All invoices and credit notes. */
public interface Invoices {
    Invoice find(InvoiceId id);

    /** Locks those that exist until the end of the transaction, in one fixed order. */
    Map<InvoiceId, Invoice> lock(Set<InvoiceId> ids);

    /** Stores what became of locked ones, as sets. */
    void write(Map<InvoiceId, Invoice> before, Map<InvoiceId, Invoice> after);

    /** What credit notes have taken from an invoice so far. */
    Credited credited(InvoiceId invoice);

    /** Newest first. */
    List<Invoice.Known> list(Query query);

    record Credited(Money total, Money tax) {}

    /**
     * @param limit how many rows at the most
     */
    record Query(Party party, Role role, Place after, int limit) {}

    enum Role {
        ISSUER,
        RECIPIENT,
        ANY
    }
}
