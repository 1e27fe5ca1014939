package guildhall.payment.invoice.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.InvoiceId;
import guildhall.payment.invoice.InvoiceCommand.CallOverdue;
import guildhall.runtime.timer.TimerHandler;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Comes when an invoice should have been paid. */
@Component
class InvoiceDueTimer implements TimerHandler {
    static final String NAME = "invoice-due";

    private final InvoiceTransactions invoices;
    private final Clock clock;

    InvoiceDueTimer(InvoiceTransactions invoices, Clock clock) {
        this.invoices = invoices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fire(String key) {
        var now = clock.instant().truncatedTo(MICROS);
        invoices.handle(new CallOverdue(InvoiceId.of(key), now));
    }
}
