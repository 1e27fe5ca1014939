package guildhall.payment.invoice;

import guildhall.messages.id.InvoiceId;
import guildhall.payment.invoice.Invoice.Absent;
import guildhall.payment.invoice.Invoice.Known;
import guildhall.payment.invoice.InvoiceCommand.DraftInvoice;
import guildhall.payment.invoice.InvoiceCommand.SendInvoice;
import guildhall.payment.invoice.InvoiceCommand.SettleInvoice;
import guildhall.payment.invoice.InvoiceEvent.InvoiceIssued;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Handles commands one after the other on what was locked for all of them, and gathers what there
 * is to write. Only an invoice that is really sent takes a number. Belongs to one thread and one
 * transaction.
 */
public final class InvoiceDesk {
    private static final InvoiceDecider DECIDER = new InvoiceDecider();

    private final Map<InvoiceId, Invoice> locked;
    private final NumberBook numbers;
    private final Map<InvoiceId, Invoice> changed = new LinkedHashMap<>();

    public InvoiceDesk(Map<InvoiceId, Invoice> locked, NumberBook numbers) {
        this.locked = Map.copyOf(locked);
        this.numbers = numbers;
    }

    public Decision<InvoiceEvent, InvoiceRejection> handle(InvoiceCommand command) {
        var decision = DECIDER.decide(command, invoice(command.invoice()));
        if (decision instanceof Accepted(var events)) {
            events.forEach(this::apply);
        }
        return decision;
    }

    /** Sends a draft with the next number of its series. */
    public Decision<InvoiceEvent, InvoiceRejection> send(
            InvoiceId invoice, Instant at, Instant dueAt) {
        if (invoice(invoice) instanceof Known known) {
            var series = known.bill().series();
            var issue = new Issue(series, numbers.next(series), at, dueAt);
            return handle(new SendInvoice(invoice, issue));
        }
        return Decision.reject(new InvoiceRejection.UnknownInvoice());
    }

    /** Drafts and sends an invoice. Nothing happens when it was sent before. */
    public List<InvoiceEvent> issue(Bill bill, Instant at, Instant dueAt) {
        var issue = new Issue(bill.series(), numbers.next(bill.series()), at, dueAt);
        return expect(Stream.of(new DraftInvoice(bill), new SendInvoice(bill.id(), issue)));
    }

    /** Drafts and sends an invoice for money that has moved already. */
    public List<InvoiceEvent> issuePaid(Bill bill, Instant at) {
        var events = new ArrayList<>(issue(bill, at, at));
        events.addAll(expect(Stream.of(new SettleInvoice(bill.id(), at))));
        return events;
    }

    /**
     * @throws IllegalStateException when a command is refused, because its sender knew better
     */
    private List<InvoiceEvent> expect(Stream<InvoiceCommand> commands) {
        var events = new ArrayList<InvoiceEvent>();
        commands.forEach(command -> {
            switch (handle(command)) {
                case Accepted(var accepted) -> events.addAll(accepted);
                case Rejected(var reason) ->
                        throw new IllegalStateException(command + " was refused: " + reason);
            }
        });
        return events;
    }

    public Invoice invoice(InvoiceId id) {
        var known = changed.get(id);
        return known != null ? known : locked.getOrDefault(id, new Absent());
    }

    /** The states before. */
    public Map<InvoiceId, Invoice> locked() {
        return locked;
    }

    public NumberBook numbers() {
        return numbers;
    }

    /** The new states, in the order in which they first changed. */
    public Map<InvoiceId, Invoice> changed() {
        return changed;
    }

    private void apply(InvoiceEvent event) {
        var id = event.bill().id();
        changed.put(id, DECIDER.evolve(invoice(id), event));
        if (event instanceof InvoiceIssued(_, var issue)) {
            numbers.take(issue.series());
        }
    }
}
