package guildhall.payment.invoice.adapter;

import guildhall.messages.id.InvoiceId;
import guildhall.payment.invoice.Bill;
import guildhall.payment.invoice.Invoice.Issued;
import guildhall.payment.invoice.Invoice.Overdue;
import guildhall.payment.invoice.Invoice.Sent;
import guildhall.payment.invoice.InvoiceCommand.SettleInvoice;
import guildhall.payment.invoice.InvoiceEvent;
import guildhall.payment.invoice.InvoiceJournals;
import guildhall.payment.invoice.InvoiceRejection;
import guildhall.payment.invoice.InvoiceRejection.InsufficientFunds;
import guildhall.payment.invoice.InvoiceRejection.PaidElsewhere;
import guildhall.payment.invoice.Invoices;
import guildhall.payment.ledger.Ledger;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invoices of the platform that their recipient pays out of the wallet. */
@Component
class InvoicePayments {
    private final Invoices invoices;
    private final InvoiceTransactions transactions;
    private final Ledger ledger;

    InvoicePayments(Invoices invoices, InvoiceTransactions transactions, Ledger ledger) {
        this.invoices = invoices;
        this.transactions = transactions;
        this.ledger = ledger;
    }

    /** Moves the money and marks the invoice paid, or neither. */
    @Transactional
    public Decision<InvoiceEvent, InvoiceRejection> pay(InvoiceId id, Instant at) {
        var invoice = invoices.lock(Set.of(id)).get(id);
        if (invoice instanceof Issued issued
                && !issued.bill().purpose().subject().isPaidOnDemand()) {
            return Decision.reject(new PaidElsewhere());
        }
        if (invoice instanceof Issued open
                && (open instanceof Sent || open instanceof Overdue)
                && !isCovered(open.bill(), open, at)) {
            return Decision.reject(new InsufficientFunds());
        }
        return transactions.handle(new SettleInvoice(id, at));
    }

    private boolean isCovered(Bill bill, Issued invoice, Instant at) {
        var postings = ledger.lock(InvoiceJournals.accounts(bill));
        if (postings.post(InvoiceJournals.paid(bill, invoice.issue(), at)) instanceof Rejected) {
            return false;
        }
        ledger.write(postings);
        return true;
    }
}
