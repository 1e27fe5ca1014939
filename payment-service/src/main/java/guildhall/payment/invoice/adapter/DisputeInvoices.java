package guildhall.payment.invoice.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.Message;
import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.InvoiceId;
import guildhall.payment.invoice.Bill;
import guildhall.payment.invoice.CreditNotes;
import guildhall.payment.invoice.Invoice.Known;
import guildhall.payment.invoice.Invoice.Paid;
import guildhall.payment.invoice.Invoices;
import guildhall.payment.invoice.Series.Kind;
import guildhall.runtime.id.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a dispute does to the invoices of releases: those that it recalls are credited in full, and
 * invoiced again when it gives them back.
 */
@Component
class DisputeInvoices {
    private final Invoices invoices;
    private final InvoiceTransactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    DisputeInvoices(
            Invoices invoices, InvoiceTransactions transactions, JdbcClient jdbc, Clock clock) {
        this.invoices = invoices;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Message> recalled(EscrowId escrow, DisputeId dispute) {
        var now = clock.instant().truncatedTo(MICROS);
        var messages = new ArrayList<Message>();
        for (var invoice : invoicesOf(escrow, dispute, "FREEZE")) {
            var credited = invoices.credited(invoice.bill().id());
            if (credited.total().isLessThan(invoice.bill().total())) {
                var rest = invoice.bill().total().minus(credited.total());
                var id = Ids.derived("dispute-credit-note", invoice.bill().id(), dispute);
                messages.addAll(
                        transactions.creditNote(
                                invoice.bill().id(),
                                new CreditNotes.Request(
                                        new InvoiceId(id), rest, "Recalled by a dispute", now)));
            }
        }
        return messages;
    }

    List<Message> restored(EscrowId escrow, DisputeId dispute) {
        var now = clock.instant().truncatedTo(MICROS);
        var again =
                invoicesOf(escrow, dispute, "UNFREEZE").stream()
                        .filter(invoice -> wasCredited(invoice, dispute))
                        .map(invoice -> again(invoice.bill(), dispute, now))
                        .toList();
        return transactions.issuePaid(again, now).stream().flatMap(List::stream).toList();
    }

    private boolean wasCredited(Known invoice, DisputeId dispute) {
        var note = Ids.derived("dispute-credit-note", invoice.bill().id(), dispute);
        return invoices.find(new InvoiceId(note)) instanceof Known;
    }

    private static Bill again(Bill bill, DisputeId dispute, Instant now) {
        return new Bill(
                new InvoiceId(Ids.derived("dispute-invoice-again", bill.id(), dispute)),
                bill.purpose(),
                bill.issuer(),
                bill.recipient(),
                bill.lines(),
                bill.tax(),
                now);
    }

    /** All invoices of the releases that the movement of the dispute names. */
    private List<Known> invoicesOf(EscrowId escrow, DisputeId dispute, String movement) {
        return jdbc
                .sql(
                        """
                        select invoice_id
                        from escrow_movement movement
                        join invoice on invoice.subject_type = 'release'
                            and invoice.subject_id = any(movement.releases)
                        where movement.escrow_id = :escrow and movement.kind = :kind
                            and movement.movement_id = :dispute and invoice.kind = 'INVOICE'
                        order by invoice_id
                        """)
                .param("escrow", escrow.value())
                .param("kind", movement)
                .param("dispute", dispute.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> invoices.find(new InvoiceId(id)))
                .filter(Paid.class::isInstance)
                .map(Known.class::cast)
                .filter(invoice -> invoice.bill().purpose().kind() == Kind.INVOICE)
                .toList();
    }
}
