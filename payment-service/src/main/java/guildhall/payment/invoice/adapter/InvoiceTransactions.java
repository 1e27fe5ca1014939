package guildhall.payment.invoice.adapter;

import static java.util.stream.Collectors.toSet;

import guildhall.messages.Message;
import guildhall.messages.id.InvoiceId;
import guildhall.payment.invoice.Bill;
import guildhall.payment.invoice.Counters;
import guildhall.payment.invoice.CreditNotes;
import guildhall.payment.invoice.Invoice;
import guildhall.payment.invoice.Invoice.Absent;
import guildhall.payment.invoice.Invoice.Known;
import guildhall.payment.invoice.Invoice.Sent;
import guildhall.payment.invoice.InvoiceCommand;
import guildhall.payment.invoice.InvoiceDesk;
import guildhall.payment.invoice.InvoiceEvent;
import guildhall.payment.invoice.InvoiceRejection;
import guildhall.payment.invoice.InvoiceRejection.UnknownInvoice;
import guildhall.payment.invoice.Invoices;
import guildhall.payment.invoice.Series;
import guildhall.payment.invoice.Series.Kind;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.timer.Timers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handles commands to invoices in one transaction: locks the invoices, then the counters, decides
 * in memory and writes the results as sets. Joins the present transaction if there is one.
 */
@Component
class InvoiceTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(InvoiceTransactions.class);

    private final Invoices invoices;
    private final Counters counters;
    private final Outbox outbox;
    private final Timers timers;
    private final MeterRegistry meters;

    InvoiceTransactions(
            Invoices invoices,
            Counters counters,
            Outbox outbox,
            Timers timers,
            MeterRegistry meters) {
        this.invoices = invoices;
        this.counters = counters;
        this.outbox = outbox;
        this.timers = timers;
        this.meters = meters;
    }

    /**
     * Sends invoices that are paid already.
     *
     * @return what to publish about each, in the same order
     */
    @Transactional
    public List<List<Message>> issuePaid(List<Bill> bills, Instant at) {
        var desk =
                desk(
                        bills.stream().map(Bill::id).collect(toSet()),
                        _ -> bills.stream().map(Bill::series).collect(toSet()));
        var events = bills.stream().map(bill -> desk.issuePaid(bill, at)).toList();
        store(desk);
        return events.stream().map(this::messages).toList();
    }

    /** Sends an invoice that waits for its payment, or a credit note. */
    @Transactional
    public void issue(Bill bill, Instant at, Instant dueAt) {
        var desk = desk(Set.of(bill.id()), _ -> Set.of(bill.series()));
        var events = desk.issue(bill, at, dueAt);
        store(desk);
        messages(events).forEach(outbox::add);
    }

    /** Sends a draft. */
    @Transactional
    public Decision<InvoiceEvent, InvoiceRejection> send(
            InvoiceId invoice, Instant at, Instant dueAt) {
        var desk = desk(Set.of(invoice), InvoiceTransactions::series);
        return publish(desk, desk.send(invoice, at, dueAt));
    }

    /** Handles a command that needs no number. */
    @Transactional
    public Decision<InvoiceEvent, InvoiceRejection> handle(InvoiceCommand command) {
        var desk = desk(Set.of(command.invoice()), _ -> Set.of());
        return publish(desk, desk.handle(command));
    }

    /** The credit note, sent; the same again when it is known. */
    @Transactional
    public Decision<Bill, InvoiceRejection> credit(InvoiceId invoice, CreditNotes.Request request) {
        var original = invoices.lock(Set.of(invoice)).get(invoice);
        if (!(original instanceof Known)) {
            return Decision.reject(new UnknownInvoice());
        }
        if (invoices.find(request.id()) instanceof Known note) {
            return Decision.accept(note.bill());
        }
        var decision = CreditNotes.correct(original, invoices.credited(invoice), request);
        if (decision instanceof Accepted(var bills)) {
            bills.forEach(bill -> issue(bill, request.at(), request.at()));
        }
        return decision;
    }

    /**
     * A credit note that nobody can refuse.
     *
     * @return what to publish
     */
    @Transactional
    public List<Message> creditNote(InvoiceId invoice, CreditNotes.Request request) {
        var original = invoices.lock(Set.of(invoice)).getOrDefault(invoice, new Absent());
        return switch (CreditNotes.correct(original, invoices.credited(invoice), request)) {
            case Accepted(var bills) -> {
                var note = bills.getFirst();
                var desk = desk(Set.of(note.id()), _ -> Set.of(note.series()));
                var events = desk.issue(note, request.at(), request.at());
                store(desk);
                yield messages(events);
            }
            case Rejected(var reason) ->
                    throw new IllegalStateException(request + " was refused: " + reason);
        };
    }

    private InvoiceDesk desk(
            Set<InvoiceId> ids, Function<Map<InvoiceId, Invoice>, Set<Series>> series) {
        var locked = invoices.lock(ids);
        var numbers = counters.lock(series.apply(locked));
        return new InvoiceDesk(locked, numbers);
    }

    private static Set<Series> series(Map<InvoiceId, Invoice> locked) {
        return locked.values().stream()
                .filter(Known.class::isInstance)
                .map(known -> ((Known) known).bill().series())
                .collect(toSet());
    }

    private Decision<InvoiceEvent, InvoiceRejection> publish(
            InvoiceDesk desk, Decision<InvoiceEvent, InvoiceRejection> decision) {
        store(desk);
        switch (decision) {
            case Accepted(var events) -> messages(events).forEach(outbox::add);
            case Rejected(var reason) -> LOG.info("An invoice was left as it is: {}", reason);
        }
        return decision;
    }

    private void store(InvoiceDesk desk) {
        invoices.write(desk.locked(), desk.changed());
        counters.write(desk.numbers());
        desk.changed().values().forEach(this::watchDueDate);
    }

    private void watchDueDate(Invoice invoice) {
        if (invoice instanceof Sent(var bill, var issue) && bill.purpose().kind() == Kind.INVOICE) {
            timers.schedule(InvoiceDueTimer.NAME, bill.id().toString(), issue.dueAt());
        }
    }

    private List<Message> messages(List<InvoiceEvent> events) {
        for (var event : events) {
            var name = event.getClass().getSimpleName();
            meters.counter("guildhall.payment.invoices", "event", name).increment();
            LOG.info("Invoice {}: {}", event.bill().id(), name);
        }
        return events.stream()
                .<Message>flatMap(event -> InvoiceMessages.of(event).stream())
                .toList();
    }
}
