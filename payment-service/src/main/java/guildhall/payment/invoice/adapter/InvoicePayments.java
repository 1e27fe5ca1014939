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
import guildhall.payment.invoice.InvoiceRejection.WalletFrozen;
import guildhall.payment.invoice.Invoices;
import guildhall.payment.invoice.Issue;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletStates;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invoices of the platform that their recipient pays out of the wallet. */
@Component
class InvoicePayments {
    private final Invoices invoices;
    private final InvoiceTransactions transactions;
    private final Ledger ledger;
    private final WalletStates wallets;

    InvoicePayments(
            Invoices invoices,
            InvoiceTransactions transactions,
            Ledger ledger,
            WalletStates wallets) {
        this.invoices = invoices;
        this.transactions = transactions;
        this.ledger = ledger;
        this.wallets = wallets;
    }

    /** Moves the money and marks the invoice paid, or neither. */
    @Transactional
    public Decision<InvoiceEvent, InvoiceRejection> pay(InvoiceId id, Instant at) {
        var invoice = invoices.lock(Set.of(id)).get(id);
        if (invoice instanceof Issued issued
                && !issued.bill().purpose().subject().isPaidOnDemand()) {
            return Decision.reject(new PaidElsewhere());
        }
        if (invoice instanceof Issued open && (open instanceof Sent || open instanceof Overdue)) {
            var refusal = move(open.bill(), open.issue(), at);
            if (refusal.isPresent()) {
                return Decision.reject(refusal.get());
            }
        }
        return transactions.handle(new SettleInvoice(id, at));
    }

    private Optional<InvoiceRejection> move(Bill bill, Issue issue, Instant at) {
        var postings = ledger.lock(InvoiceJournals.accounts(bill));
        var wallet = new WalletId(bill.recipient().party(), bill.total().currency());
        if (!wallets.of(wallet).isUsable()) {
            return Optional.of(new WalletFrozen());
        }
        if (postings.post(InvoiceJournals.paid(bill, issue, at)) instanceof Rejected) {
            return Optional.of(new InsufficientFunds());
        }
        ledger.write(postings);
        return Optional.empty();
    }
}
