package guildhall.payment.invoice;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * What an invoice or credit note says, apart from its number and dates. Its total is the sum of its
 * lines and the tax, because it is nothing else.
 */
public record Bill(
        InvoiceId id,
        Purpose purpose,
        Letterhead issuer,
        Letterhead recipient,
        List<InvoiceLine> lines,
        Tax tax,
        Instant draftedAt) {
    public Bill {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An invoice of nothing: " + id);
        }
    }

    public record Tax(TaxRate rate, Money amount) {}

    /** Who bills whom for what. */
    public record Occasion(
            InvoiceId id, Subject subject, Letterhead issuer, Letterhead recipient, Instant at) {}

    /** Of an amount that was agreed with tax included. */
    public static Bill including(Occasion occasion, String description, Money gross, TaxRate rate) {
        var tax = rate.within(gross);
        var line = new InvoiceLine(description, 1, gross.minus(tax));
        return of(occasion, List.of(line), new Tax(rate, tax));
    }

    /** Of lines to which tax is added. */
    public static Bill adding(Occasion occasion, List<InvoiceLine> lines, TaxRate rate) {
        return of(occasion, lines, new Tax(rate, rate.on(sum(lines))));
    }

    private static Bill of(Occasion occasion, List<InvoiceLine> lines, Tax tax) {
        return new Bill(
                occasion.id(),
                new Purpose.Charge(occasion.subject()),
                occasion.issuer(),
                occasion.recipient(),
                lines,
                tax,
                occasion.at());
    }

    public Money net() {
        return sum(lines);
    }

    public Money total() {
        return net().plus(tax.amount());
    }

    public Series series() {
        return new Series(issuer.party(), purpose.kind());
    }

    private static Money sum(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::amount).reduce(Money::plus).orElseThrow();
    }
}
