package guildhall.payment.invoice.adapter;

import guildhall.payment.invoice.Bill;
import guildhall.payment.invoice.Invoice.Discarded;
import guildhall.payment.invoice.Invoice.Draft;
import guildhall.payment.invoice.Invoice.Issued;
import guildhall.payment.invoice.Invoice.Known;
import guildhall.payment.invoice.Invoice.Overdue;
import guildhall.payment.invoice.Invoice.Paid;
import guildhall.payment.invoice.Invoice.Sent;
import guildhall.payment.invoice.Invoice.Voided;
import guildhall.payment.invoice.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Invoices as rows by the names of their columns; what is absent is null. */
final class InvoiceColumns {

    static Map<String, Object> of(Known invoice) {
        var row = new HashMap<String, Object>();
        putBill(invoice.bill(), row);
        if (invoice instanceof Issued issued) {
            row.put("sequence", issued.issue().sequence());
            row.put("issued_at", issued.issue().issuedAt());
            row.put("due_at", issued.issue().dueAt());
        }
        switch (invoice) {
            case Draft _ -> row.put("status", "DRAFT");
            case Sent _ -> row.put("status", "SENT");
            case Overdue(_, _, var since) -> {
                row.put("status", "OVERDUE");
                row.put("overdue_at", since);
            }
            case Paid(_, _, var at) -> {
                row.put("status", "PAID");
                row.put("paid_at", at);
            }
            case Voided(_, _, var reason, var at) -> putVoid(reason, at, row);
            case Discarded(_, var reason, var at) -> putVoid(reason, at, row);
        }
        return row;
    }

    private static void putVoid(String reason, Object at, Map<String, Object> row) {
        row.put("status", "VOID");
        row.put("void_reason", reason);
        row.put("voided_at", at);
    }

    private static void putBill(Bill bill, Map<String, Object> row) {
        row.put("invoice_id", bill.id());
        row.put("kind", bill.purpose().kind());
        row.put("issuer", bill.issuer().party().toString());
        row.put("recipient", bill.recipient().party().toString());
        row.put("issuer_head", InvoiceRow.Head.of(bill.issuer()));
        row.put("recipient_head", InvoiceRow.Head.of(bill.recipient()));
        row.put("subject_type", bill.purpose().subject().type());
        row.put("subject_id", bill.purpose().subject().id());
        if (bill.purpose() instanceof Purpose.Correction correction) {
            row.put("corrects", correction.corrects());
            row.put("correction", correction.reason());
        }
        row.put("currency", bill.total().currency());
        row.put("net", bill.net().minorUnits());
        row.put("tax", bill.tax().amount().minorUnits());
        row.put("total", bill.total().minorUnits());
        row.put("tax_name", bill.tax().rate().name());
        row.put("tax_basis_points", bill.tax().rate().basisPoints());
        row.put("drafted_at", bill.draftedAt());
    }

    static List<Map<String, Object>> lines(Bill bill) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var line : bill.lines()) {
            rows.add(
                    Map.of(
                            "invoice_id", bill.id(),
                            "line_no", rows.size() + 1,
                            "description", line.description(),
                            "quantity", line.quantity(),
                            "unit_price", line.unitPrice().minorUnits(),
                            "amount", line.amount().minorUnits()));
        }
        return rows;
    }

    private InvoiceColumns() {}
}
