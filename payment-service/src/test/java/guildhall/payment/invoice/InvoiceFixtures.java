package guildhall.payment.invoice;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A talent that bills Acme 119 dollars for a logo, 19 % tax included. */
public final class InvoiceFixtures {
    public static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    public static final Instant DUE = NOON.plus(Duration.ofDays(14));
    public static final InvoiceId ID = new InvoiceId(new UUID(0, 0x1));
    public static final TaxRate VAT = new TaxRate("VAT", 1_900);
    public static final Letterhead TALENT =
            new Letterhead(
                    new Party(PartyType.TALENT, new UUID(0, 2)),
                    "Jordan Diaz",
                    List.of("2 Side Street", "Berlin"),
                    "DE",
                    "DE123456789");
    public static final Letterhead ACME =
            Letterhead.named(new Party(PartyType.BUSINESS, new UUID(0, 3)), "Acme Ltd");
    public static final Bill BILL =
            Bill.including(occasion(ID, "release"), "Logo", usd(119_00), VAT);
    public static final Issue ISSUE = new Issue(BILL.series(), 42, NOON, DUE);

    public static Bill.Occasion occasion(InvoiceId id, String subject) {
        return new Bill.Occasion(id, new Subject(subject, new UUID(0, 9)), TALENT, ACME, NOON);
    }

    public static Money usd(long amount) {
        return Money.of(amount, "USD");
    }

    private InvoiceFixtures() {}
}
