package guildhall.payment.invoice.adapter;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.id.LicenceId;
import guildhall.messages.party.Party;
import guildhall.messages.payment.AssetEvents.AssetPaymentCapturedV1;
import guildhall.messages.payment.AssetEvents.AssetPaymentRefundedV1;
import guildhall.payment.invoice.Bill;
import guildhall.payment.invoice.CreditNotes;
import guildhall.payment.invoice.Invoice.Paid;
import guildhall.payment.invoice.Invoices;
import guildhall.payment.invoice.Letterhead;
import guildhall.payment.invoice.Subject;
import guildhall.payment.invoice.TaxRates;
import guildhall.runtime.id.Ids;
import guildhall.runtime.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invoices of sold assets, paid as they are sent: the seller's to the buyer and the platform's
 * fee to the seller. What is given back is credited in full.
 */
@Component
class AssetInvoices {
    private static final String SALE = "sale";
    private static final String FEE = "fee";

    private final InvoiceTransactions transactions;
    private final Invoices invoices;
    private final Letterheads letterheads;
    private final TaxRates rates;
    private final Surroundings surroundings;

    /** When, and who is told. */
    @Component
    record Surroundings(Clock clock, Outbox outbox) {
        Instant now() {
            return clock.instant().truncatedTo(MICROS);
        }
    }

    AssetInvoices(
            InvoiceTransactions transactions,
            Invoices invoices,
            Letterheads letterheads,
            TaxRates rates,
            Surroundings surroundings) {
        this.transactions = transactions;
        this.invoices = invoices;
        this.letterheads = letterheads;
        this.rates = rates;
        this.surroundings = surroundings;
    }

    /** A repeated event finds the invoices of the first one. */
    @Transactional
    public void issue(AssetPaymentCapturedV1 event) {
        var now = surroundings.now();
        transactions.issuePaid(bills(event, now), now).stream()
                .flatMap(List::stream)
                .forEach(surroundings.outbox()::add);
    }

    private List<Bill> bills(AssetPaymentCapturedV1 event, Instant now) {
        var buyer = event.buyer().party();
        var seller = event.seller().party();
        var heads = letterheads.of(Set.of(Party.PLATFORM, buyer, seller));
        var sellerHead = requireNonNull(heads.get(seller));
        var platform = requireNonNull(heads.get(Party.PLATFORM));
        var bills = new ArrayList<Bill>();
        bills.add(
                Bill.including(
                        occasion(
                                SALE,
                                event.licenceId(),
                                sellerHead,
                                requireNonNull(heads.get(buyer)),
                                now),
                        event.title(),
                        event.price(),
                        rates.of(sellerHead)));
        if (!event.fee().isZero()) {
            bills.add(
                    Bill.including(
                            occasion(FEE, event.licenceId(), platform, sellerHead, now),
                            "Service fee: " + event.title(),
                            event.fee(),
                            rates.of(platform)));
        }
        return bills;
    }

    private static Bill.Occasion occasion(
            String part, LicenceId licence, Letterhead issuer, Letterhead to, Instant now) {
        return new Bill.Occasion(
                id(part, licence), new Subject("asset", licence.value()), issuer, to, now);
    }

    private static InvoiceId id(String part, LicenceId licence) {
        return new InvoiceId(Ids.derived("asset-invoice", part, licence));
    }

    /** A repeated event finds that nothing is left to credit. */
    @Transactional
    public void credit(AssetPaymentRefundedV1 event) {
        for (var part : List.of(SALE, FEE)) {
            var id = id(part, event.licenceId());
            if (invoices.find(id) instanceof Paid paid) {
                credit(paid.bill());
            }
        }
    }

    private void credit(Bill bill) {
        var credited = invoices.credited(bill.id()).total();
        if (credited.isLessThan(bill.total())) {
            var note = new InvoiceId(Ids.derived("asset-credit-note", bill.id()));
            var rest = bill.total().minus(credited);
            transactions
                    .creditNote(
                            bill.id(),
                            new CreditNotes.Request(
                                    note, rest, "Payment given back", surroundings.now()))
                    .forEach(surroundings.outbox()::add);
        }
    }
}
