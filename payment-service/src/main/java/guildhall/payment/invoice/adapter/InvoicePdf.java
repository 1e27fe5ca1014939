package guildhall.payment.invoice.adapter;

import guildhall.messages.money.Money;
import guildhall.payment.invoice.Bill;
import guildhall.payment.invoice.Invoice.Discarded;
import guildhall.payment.invoice.Invoice.Draft;
import guildhall.payment.invoice.Invoice.Issued;
import guildhall.payment.invoice.Invoice.Known;
import guildhall.payment.invoice.Invoice.Overdue;
import guildhall.payment.invoice.Invoice.Paid;
import guildhall.payment.invoice.Invoice.Sent;
import guildhall.payment.invoice.Invoice.Voided;
import guildhall.payment.invoice.InvoiceLine;
import guildhall.payment.invoice.Letterhead;
import guildhall.payment.invoice.Purpose;
import guildhall.payment.invoice.Series.Kind;
import guildhall.payment.invoice.adapter.Paper.Style;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An invoice or credit note on paper. Dates are those of UTC. */
final class InvoicePdf {
    private static final float MIDDLE = (Paper.LEFT + Paper.RIGHT) / 2;
    private static final float QUANTITY = Paper.RIGHT - 190;
    private static final float UNIT_PRICE = Paper.RIGHT - 95;
    private static final float COLUMN_GAP = 40;

    private final Known invoice;
    private final Bill bill;
    private final Paper paper;

    private InvoicePdf(Known invoice, Paper paper) {
        this.invoice = invoice;
        this.bill = invoice.bill();
        this.paper = paper;
    }

    /** The document of an invoice in its present state: the same bytes while that stays. */
    static byte[] of(Known invoice) {
        var bill = invoice.bill();
        var title = title(bill) + " " + number(invoice);
        try (var paper = new Paper(title, bill.id().value(), bill.draftedAt())) {
            return new InvoicePdf(invoice, paper).write();
        }
    }

    private byte[] write() {
        head();
        parties();
        dates();
        tableHead();
        paper.headPagesWith(this::tableHead);
        bill.lines().forEach(this::row);
        paper.headPagesWith(() -> {});
        totals();
        closing();
        return paper.finish(title(bill) + " " + number(invoice));
    }

    private void head() {
        paper.put(title(bill), Paper.LEFT, Style.TITLE);
        paper.putRight(mark(), Paper.RIGHT, Style.TITLE);
        paper.skip(Style.TITLE.lineHeight());
        paper.put("No. " + number(invoice), Paper.LEFT, Style.BOLD);
        paper.skip(3 * Style.BOLD.lineHeight());
    }

    private void parties() {
        var top = paper.y();
        party("From", bill.issuer(), Paper.LEFT);
        var left = paper.y();
        paper.moveTo(top);
        party("To", bill.recipient(), MIDDLE);
        paper.moveTo(Math.min(left, paper.y()));
        paper.skip(Style.PLAIN.lineHeight());
    }

    private void party(String role, Letterhead head, float x) {
        var width = MIDDLE - Paper.LEFT - COLUMN_GAP;
        paper.lines(List.of(role), x, Style.SMALL);
        paper.lines(paper.wrap(head.name(), width, Style.BOLD), x, Style.BOLD);
        for (var line : head.address()) {
            paper.lines(paper.wrap(line, width, Style.PLAIN), x, Style.PLAIN);
        }
        if (!head.country().isEmpty()) {
            var country = Locale.of("", head.country()).getDisplayCountry(Locale.ENGLISH);
            paper.lines(paper.wrap(country, width, Style.PLAIN), x, Style.PLAIN);
        }
        if (!head.taxNumber().isEmpty()) {
            var number = "Tax number: " + head.taxNumber();
            paper.lines(paper.wrap(number, width, Style.PLAIN), x, Style.PLAIN);
        }
    }

    private void dates() {
        var facts = new ArrayList<String>();
        if (invoice instanceof Issued issued) {
            facts.add("Date: " + date(issued.issue().issuedAt()));
            if (bill.purpose().kind() == Kind.INVOICE) {
                facts.add("Due: " + date(issued.issue().dueAt()));
            }
        } else {
            facts.add("Drafted: " + date(bill.draftedAt()));
        }
        facts.add("Currency: " + bill.total().currency().getCurrencyCode());
        var subject = bill.purpose().subject();
        facts.add("Reference: " + subject.type() + " " + subject.id());
        paper.lines(facts, Paper.LEFT, Style.PLAIN);
        paper.skip(2 * Style.PLAIN.lineHeight());
    }

    private void tableHead() {
        paper.put("Description", Paper.LEFT, Style.BOLD);
        paper.putRight("Quantity", QUANTITY, Style.BOLD);
        paper.putRight("Unit price", UNIT_PRICE, Style.BOLD);
        paper.putRight("Amount", Paper.RIGHT, Style.BOLD);
        paper.skip(Style.BOLD.lineHeight() + 2);
        paper.rule();
        paper.skip(4);
    }

    private void row(InvoiceLine line) {
        var width = QUANTITY - Paper.LEFT - 2 * COLUMN_GAP;
        var description = paper.wrap(line.description(), width, Style.PLAIN);
        for (int i = 0; i < description.size(); i++) {
            paper.require(Style.PLAIN.lineHeight());
            if (i == 0) {
                paper.putRight(Integer.toString(line.quantity()), QUANTITY, Style.PLAIN);
                paper.putRight(amount(line.unitPrice()), UNIT_PRICE, Style.PLAIN);
                paper.putRight(amount(line.amount()), Paper.RIGHT, Style.PLAIN);
            }
            paper.put(description.get(i), Paper.LEFT, Style.PLAIN);
            paper.skip(Style.PLAIN.lineHeight());
        }
        paper.skip(4);
    }

    /** Kept together on one page. */
    private void totals() {
        paper.require(6 * Style.PLAIN.lineHeight());
        paper.rule();
        paper.skip(6);
        total("Net", bill.net(), Style.PLAIN);
        var rate = bill.tax().rate();
        var percent = BigDecimal.valueOf(rate.basisPoints(), 2).stripTrailingZeros();
        total(rate.name() + " " + percent.toPlainString() + " %", bill.tax().amount(), Style.PLAIN);
        total("Total " + bill.total().currency().getCurrencyCode(), bill.total(), Style.BOLD);
        paper.skip(Style.PLAIN.lineHeight());
    }

    private void total(String label, Money money, Style style) {
        paper.putRight(label, UNIT_PRICE, style);
        paper.putRight(amount(money), Paper.RIGHT, style);
        paper.skip(style.lineHeight());
    }

    private void closing() {
        var remark =
                switch (invoice) {
                    case Draft _ -> "This is a draft and no invoice.";
                    case Discarded(_, var reason, _) -> "Discarded: " + reason;
                    case Sent _, Overdue _ -> open();
                    case Paid(_, _, var at) -> "Paid on " + date(at) + ". Nothing is owed.";
                    case Voided(_, _, var reason, var at) ->
                            "Void since " + date(at) + ": " + reason;
                };
        var width = Paper.RIGHT - Paper.LEFT;
        for (var line : paper.wrap(remark, width, Style.PLAIN)) {
            paper.require(Style.PLAIN.lineHeight());
            paper.lines(List.of(line), Paper.LEFT, Style.PLAIN);
        }
    }

    private String open() {
        return switch (bill.purpose()) {
            case Purpose.Charge _ -> "Please pay from your wallet by the due date.";
            case Purpose.Correction(_, _, var reason) -> "Reason of the correction: " + reason;
        };
    }

    private String mark() {
        return switch (invoice) {
            case Draft _ -> "DRAFT";
            case Discarded _, Voided _ -> "VOID";
            case Paid _ -> "PAID";
            case Overdue _ -> "OVERDUE";
            case Sent _ -> "";
        };
    }

    private static String title(Bill bill) {
        return switch (bill.purpose().kind()) {
            case INVOICE -> "Invoice";
            case CREDIT_NOTE -> "Credit note";
        };
    }

    private static String number(Known invoice) {
        return invoice instanceof Issued issued ? issued.issue().number() : "draft";
    }

    private static String date(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String amount(Money money) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        return String.format(
                Locale.ROOT, "%,." + digits + "f", BigDecimal.valueOf(money.minorUnits(), digits));
    }
}
