package guildhall.payment.invoice.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.invoice.Bill;
import guildhall.payment.invoice.Invoice.Discarded;
import guildhall.payment.invoice.Invoice.Draft;
import guildhall.payment.invoice.Invoice.Known;
import guildhall.payment.invoice.Invoice.Overdue;
import guildhall.payment.invoice.Invoice.Paid;
import guildhall.payment.invoice.Invoice.Sent;
import guildhall.payment.invoice.Invoice.Voided;
import guildhall.payment.invoice.InvoiceLine;
import guildhall.payment.invoice.Issue;
import guildhall.payment.invoice.Letterhead;
import guildhall.payment.invoice.Purpose;
import guildhall.payment.invoice.Series;
import guildhall.payment.invoice.Series.Kind;
import guildhall.payment.invoice.Subject;
import guildhall.payment.invoice.TaxRate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Reads one row of invoices together with its lines. */
final class InvoiceRow {
    /** As the letterhead is stored; the party has a column of its own. */
    record Head(String name, List<String> address, String country, String taxNumber) {
        static Head of(Letterhead head) {
            return new Head(head.name(), head.address(), head.country(), head.taxNumber());
        }

        Letterhead of(Party party) {
            return new Letterhead(party, name, address, country, taxNumber);
        }
    }

    record Line(String description, int quantity, long unitPrice) {
        InvoiceLine in(Currency currency) {
            return new InvoiceLine(description, quantity, new Money(unitPrice, currency));
        }
    }

    static Known read(ResultSet row, JsonMapper json) throws SQLException {
        var bill = bill(row, json);
        var status = row.getString("status");
        if (row.getObject("sequence") == null) {
            return switch (status) {
                case "DRAFT" -> new Draft(bill);
                case "VOID" -> new Discarded(bill, reason(row), instant(row, "voided_at"));
                default -> throw unknown(bill);
            };
        }
        var issue = issue(row, bill.series());
        return switch (status) {
            case "SENT" -> new Sent(bill, issue);
            case "OVERDUE" -> new Overdue(bill, issue, instant(row, "overdue_at"));
            case "PAID" -> new Paid(bill, issue, instant(row, "paid_at"));
            case "VOID" -> new Voided(bill, issue, reason(row), instant(row, "voided_at"));
            default -> throw unknown(bill);
        };
    }

    private static Bill bill(ResultSet row, JsonMapper json) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        var lines = json.readValue(row.getString("lines"), Line[].class);
        return new Bill(
                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                purpose(row),
                head(row, "issuer", json),
                head(row, "recipient", json),
                List.of(lines).stream().map(line -> line.in(currency)).toList(),
                new Bill.Tax(
                        new TaxRate(row.getString("tax_name"), row.getInt("tax_basis_points")),
                        new Money(row.getLong("tax"), currency)),
                instant(row, "drafted_at"));
    }

    private static Purpose purpose(ResultSet row) throws SQLException {
        var subject =
                new Subject(row.getString("subject_type"), row.getObject("subject_id", UUID.class));
        return switch (Kind.valueOf(row.getString("kind"))) {
            case INVOICE -> new Purpose.Charge(subject);
            case CREDIT_NOTE ->
                    new Purpose.Correction(
                            new InvoiceId(row.getObject("corrects", UUID.class)),
                            subject,
                            row.getString("correction"));
        };
    }

    private static Letterhead head(ResultSet row, String whose, JsonMapper json)
            throws SQLException {
        return json.readValue(row.getString(whose + "_head"), Head.class)
                .of(Party.of(row.getString(whose)));
    }

    private static Issue issue(ResultSet row, Series series) throws SQLException {
        return new Issue(
                series, row.getLong("sequence"), instant(row, "issued_at"), instant(row, "due_at"));
    }

    private static String reason(ResultSet row) throws SQLException {
        return requireNonNull(row.getString("void_reason"));
    }

    private static IllegalStateException unknown(Bill bill) {
        return new IllegalStateException("Unknown status of invoice " + bill.id());
    }

    private InvoiceRow() {}
}
