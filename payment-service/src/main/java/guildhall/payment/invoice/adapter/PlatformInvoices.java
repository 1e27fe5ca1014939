package guildhall.payment.invoice.adapter;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.party.Party;
import guildhall.payment.invoice.Bill;
import guildhall.payment.invoice.Counters;
import guildhall.payment.invoice.InvoiceCommand;
import guildhall.payment.invoice.InvoiceCommand.SettleInvoice;
import guildhall.payment.invoice.InvoiceCommand.VoidInvoice;
import guildhall.payment.invoice.InvoiceOffice;
import guildhall.payment.invoice.Letterhead;
import guildhall.payment.invoice.Series;
import guildhall.payment.invoice.Series.Kind;
import guildhall.payment.invoice.TaxRates;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.outbox.Outbox;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the platform charges, as other features hand it in. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlatformInvoices implements InvoiceOffice {
    private final InvoiceTransactions invoices;
    private final Letterheads letterheads;
    private final TaxRates rates;
    private final Counters counters;
    private final Outbox outbox;

    PlatformInvoices(
            InvoiceTransactions invoices,
            Letterheads letterheads,
            TaxRates rates,
            Counters counters,
            Outbox outbox) {
        this.invoices = invoices;
        this.counters = counters;
        this.letterheads = letterheads;
        this.rates = rates;
        this.outbox = outbox;
    }

    @Override
    public void lockNumbers() {
        counters.lock(Set.of(new Series(Party.PLATFORM, Kind.INVOICE)));
    }

    @Override
    public void issuePaid(List<Charge> charges, Instant at) {
        var parties = new HashSet<Party>();
        parties.add(Party.PLATFORM);
        charges.forEach(charge -> parties.add(charge.recipient()));
        var heads = letterheads.of(parties);
        var bills = charges.stream().map(charge -> bill(charge, heads, at)).toList();
        invoices.issuePaid(bills, at).forEach(messages -> messages.forEach(outbox::add));
    }

    @Override
    public void issue(Charge charge, Instant at, Instant dueAt) {
        var heads =
                Map.of(
                        Party.PLATFORM,
                        letterheads.of(Party.PLATFORM),
                        charge.recipient(),
                        letterheads.of(charge.recipient()));
        invoices.issue(bill(charge, heads, at), at, dueAt);
    }

    @Override
    public void settle(InvoiceId invoice, Instant at) {
        expect(new SettleInvoice(invoice, at));
    }

    @Override
    public void writeOff(InvoiceId invoice, String reason, Instant at) {
        expect(new VoidInvoice(invoice, reason, at));
    }

    private void expect(InvoiceCommand command) {
        if (invoices.handle(command) instanceof Rejected(var reason)) {
            throw new IllegalStateException(command + " was refused: " + reason);
        }
    }

    private Bill bill(Charge charge, Map<Party, Letterhead> heads, Instant at) {
        var platform = head(heads, Party.PLATFORM);
        return Bill.including(
                new Bill.Occasion(
                        charge.id(),
                        charge.subject(),
                        platform,
                        head(heads, charge.recipient()),
                        at),
                charge.description(),
                charge.gross(),
                rates.of(platform));
    }

    private static Letterhead head(Map<Party, Letterhead> heads, Party party) {
        return Optional.ofNullable(heads.get(party)).orElseThrow();
    }
}
