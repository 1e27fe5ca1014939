package guildhall.payment.invoice.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.InvoiceId;
import guildhall.payment.invoice.CreditNotes;
import guildhall.payment.invoice.InvoiceCommand;
import guildhall.payment.invoice.InvoiceRejection;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do to invoices. Acts of staff are written to the audit in the same transaction. */
@Component
class InvoiceActs {
    private final InvoiceTransactions invoices;
    private final InvoicePayments payments;
    private final OperatorDesk audit;
    private final Clock clock;

    InvoiceActs(
            InvoiceTransactions invoices,
            InvoicePayments payments,
            OperatorDesk audit,
            Clock clock) {
        this.invoices = invoices;
        this.payments = payments;
        this.audit = audit;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }

    /** A refusal leaves nothing behind, not even an empty account. */
    @Transactional
    public void pay(InvoiceId invoice) {
        require(payments.pay(invoice, now()));
    }

    /**
     * @throws Refusal when the command is refused
     */
    @Transactional
    public void handle(Caller caller, String act, String reason, InvoiceCommand command) {
        require(invoices.handle(command));
        record(caller, act, command.invoice(), reason);
    }

    @Transactional
    public void send(Caller caller, InvoiceId invoice, Instant dueAt) {
        require(invoices.send(invoice, now(), dueAt));
        record(caller, "invoice.send", invoice, "Due at " + dueAt);
    }

    @Transactional
    public void credit(Caller caller, InvoiceId invoice, CreditNotes.Request request) {
        require(invoices.credit(invoice, request));
        record(caller, "invoice.credit", invoice, request.reason());
    }

    private void record(Caller caller, String act, InvoiceId invoice, String reason) {
        if (caller.isStaff()) {
            audit.record(caller, act, "invoice/" + invoice, reason);
        }
    }

    private static <E> void require(Decision<E, InvoiceRejection> decision) {
        if (decision instanceof Rejected(var reason)) {
            throw InvoiceProblems.refusal(reason);
        }
    }
}
