package guildhall.payment.invoice;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.payment.invoice.Invoice.Absent;
import guildhall.payment.invoice.Invoice.Discarded;
import guildhall.payment.invoice.Invoice.Draft;
import guildhall.payment.invoice.Invoice.Issued;
import guildhall.payment.invoice.Invoice.Known;
import guildhall.payment.invoice.Invoice.Overdue;
import guildhall.payment.invoice.Invoice.Paid;
import guildhall.payment.invoice.Invoice.Sent;
import guildhall.payment.invoice.Invoice.Voided;
import guildhall.payment.invoice.InvoiceCommand.CallOverdue;
import guildhall.payment.invoice.InvoiceCommand.DraftInvoice;
import guildhall.payment.invoice.InvoiceCommand.SendInvoice;
import guildhall.payment.invoice.InvoiceCommand.SettleInvoice;
import guildhall.payment.invoice.InvoiceCommand.VoidInvoice;
import guildhall.payment.invoice.InvoiceEvent.DraftDiscarded;
import guildhall.payment.invoice.InvoiceEvent.InvoiceDrafted;
import guildhall.payment.invoice.InvoiceEvent.InvoiceIssued;
import guildhall.payment.invoice.InvoiceEvent.InvoiceOverdue;
import guildhall.payment.invoice.InvoiceEvent.InvoicePaid;
import guildhall.payment.invoice.InvoiceEvent.InvoiceVoided;
import guildhall.payment.invoice.InvoiceRejection.AlreadyPaid;
import guildhall.payment.invoice.InvoiceRejection.AlreadyVoid;
import guildhall.payment.invoice.InvoiceRejection.IsCreditNote;
import guildhall.payment.invoice.InvoiceRejection.NotDueYet;
import guildhall.payment.invoice.InvoiceRejection.NotSent;
import guildhall.payment.invoice.InvoiceRejection.UnknownInvoice;
import guildhall.payment.invoice.Series.Kind;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;

/** One invoice or credit note. What is repeated is accepted without events. */
public final class InvoiceDecider
        implements Decider<InvoiceCommand, Invoice, InvoiceEvent, InvoiceRejection> {

    @Override
    public Invoice initial() {
        return new Absent();
    }

    @Override
    public Decision<InvoiceEvent, InvoiceRejection> decide(InvoiceCommand command, Invoice state) {
        return switch (command) {
            case DraftInvoice(var bill) -> draft(bill, state);
            case SendInvoice(_, var issue) -> send(issue, state);
            case SettleInvoice settle -> settle(settle, state);
            case CallOverdue call -> callOverdue(call, state);
            case VoidInvoice order -> voidNow(order, state);
        };
    }

    private static Decision<InvoiceEvent, InvoiceRejection> draft(Bill bill, Invoice state) {
        return switch (state) {
            case Absent _ -> accept(new InvoiceDrafted(bill));
            case Known _ -> accept();
        };
    }

    private static Decision<InvoiceEvent, InvoiceRejection> send(Issue issue, Invoice state) {
        return switch (state) {
            case Draft(var bill) -> accept(new InvoiceIssued(bill, issue));
            case Sent _, Overdue _, Paid _ -> accept();
            case Discarded _, Voided _ -> reject(new AlreadyVoid());
            case Absent _ -> reject(new UnknownInvoice());
        };
    }

    private static Decision<InvoiceEvent, InvoiceRejection> settle(
            SettleInvoice settle, Invoice state) {
        return switch (state) {
            case Issued note when isCreditNote(note) -> reject(new IsCreditNote());
            case Sent(var bill, var issue) -> accept(new InvoicePaid(bill, issue, settle.at()));
            case Overdue(var bill, var issue, _) ->
                    accept(new InvoicePaid(bill, issue, settle.at()));
            case Paid _ -> accept();
            case Draft _ -> reject(new NotSent());
            case Discarded _, Voided _ -> reject(new AlreadyVoid());
            case Absent _ -> reject(new UnknownInvoice());
        };
    }

    private static Decision<InvoiceEvent, InvoiceRejection> callOverdue(
            CallOverdue call, Invoice state) {
        return switch (state) {
            case Issued note when isCreditNote(note) -> reject(new IsCreditNote());
            case Sent(_, var issue) when call.at().isBefore(issue.dueAt()) ->
                    reject(new NotDueYet());
            case Sent(var bill, var issue) -> accept(new InvoiceOverdue(bill, issue, call.at()));
            // Paid or void in time: the timer came for nothing.
            case Overdue _, Paid _, Voided _ -> accept();
            case Draft _, Discarded _ -> reject(new NotSent());
            case Absent _ -> reject(new UnknownInvoice());
        };
    }

    private static Decision<InvoiceEvent, InvoiceRejection> voidNow(
            VoidInvoice command, Invoice state) {
        return switch (state) {
            case Issued note when isCreditNote(note) -> reject(new IsCreditNote());
            case Draft(var bill) ->
                    accept(new DraftDiscarded(bill, command.reason(), command.at()));
            case Sent(var bill, var issue) -> accept(voided(bill, issue, command));
            case Overdue(var bill, var issue, _) -> accept(voided(bill, issue, command));
            case Discarded _, Voided _ -> accept();
            case Paid _ -> reject(new AlreadyPaid());
            case Absent _ -> reject(new UnknownInvoice());
        };
    }

    private static InvoiceEvent voided(Bill bill, Issue issue, VoidInvoice command) {
        return new InvoiceVoided(bill, issue, command.reason(), command.at());
    }

    private static boolean isCreditNote(Known known) {
        return known.bill().purpose().kind() == Kind.CREDIT_NOTE;
    }

    @Override
    public Invoice evolve(Invoice state, InvoiceEvent event) {
        return switch (event) {
            case InvoiceDrafted(var bill) when state instanceof Absent -> new Draft(bill);
            case InvoiceIssued(var bill, var issue) when state instanceof Draft ->
                    new Sent(bill, issue);
            case InvoicePaid(var bill, var issue, var at) when isOpen(state) ->
                    new Paid(bill, issue, at);
            case InvoiceOverdue(var bill, var issue, var at) when state instanceof Sent ->
                    new Overdue(bill, issue, at);
            case DraftDiscarded(var bill, var reason, var at) when state instanceof Draft ->
                    new Discarded(bill, reason, at);
            case InvoiceVoided(var bill, var issue, var reason, var at) when isOpen(state) ->
                    new Voided(bill, issue, reason, at);
            case InvoiceDrafted _,
                    InvoiceIssued _,
                    InvoicePaid _,
                    InvoiceOverdue _,
                    DraftDiscarded _,
                    InvoiceVoided _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }

    private static boolean isOpen(Invoice state) {
        return state instanceof Sent || state instanceof Overdue;
    }
}
