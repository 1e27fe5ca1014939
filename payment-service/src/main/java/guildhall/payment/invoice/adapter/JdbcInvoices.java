package guildhall.payment.invoice.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.InvoiceId;
import guildhall.messages.money.Money;
import guildhall.payment.invoice.Invoice;
import guildhall.payment.invoice.Invoice.Absent;
import guildhall.payment.invoice.Invoice.Known;
import guildhall.payment.invoice.Invoices;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Invoices and their lines, written as sets of JSON rows. */
@Repository
class JdbcInvoices implements Invoices {
    private static final String WITH_LINES =
            """
            select invoice.*, (
                select jsonb_agg(jsonb_build_object('description', line.description,
                        'quantity', line.quantity, 'unitPrice', line.unit_price)
                    order by line.line_no)
                from invoice_line line where line.invoice_id = invoice.invoice_id
            )::text as lines
            from invoice
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcInvoices(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Invoice find(InvoiceId id) {
        return jdbc.sql(WITH_LINES + "where invoice_id = :id")
                .param("id", id.value())
                .query((row, _) -> (Invoice) InvoiceRow.read(row, json))
                .optional()
                .orElseGet(Absent::new);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<InvoiceId, Invoice> lock(Set<InvoiceId> ids) {
        var locked = new HashMap<InvoiceId, Invoice>();
        jdbc.sql(
                        WITH_LINES
                                + """
                                where invoice_id = any(:ids::uuid[])
                                order by invoice_id
                                for no key update of invoice
                                """)
                .param("ids", texts(ids))
                .query((row, _) -> InvoiceRow.read(row, json))
                .list()
                .forEach(known -> locked.put(known.bill().id(), known));
        return locked;
    }

    @Override
    public List<Known> list(Query query) {
        return jdbc.sql(
                        WITH_LINES
                                + """
                                where (:asIssuer and issuer = :party
                                        or :asRecipient and recipient = :party
                                            and sequence is not null)
                                    and (drafted_at, invoice_id) < (:at, :id)
                                order by drafted_at desc, invoice_id desc
                                limit :limit
                                """)
                .param("party", query.party().toString())
                .param("asIssuer", query.role() != Role.RECIPIENT)
                .param("asRecipient", query.role() != Role.ISSUER)
                .param("at", utc(query.after().at()))
                .param("id", query.after().id())
                .param("limit", query.limit())
                .query((row, _) -> InvoiceRow.read(row, json))
                .list();
    }

    @Override
    public Credited credited(InvoiceId invoice) {
        return jdbc.sql(
                        """
                        select invoice.currency, coalesce(sum(note.total), 0) as total,
                            coalesce(sum(note.tax), 0) as tax
                        from invoice left join invoice note on note.corrects = invoice.invoice_id
                        where invoice.invoice_id = :id
                        group by invoice.currency
                        """)
                .param("id", invoice.value())
                .query((row, _) -> {
                    var currency = Currency.getInstance(row.getString("currency"));
                    return new Credited(
                            new Money(row.getLong("total"), currency),
                            new Money(row.getLong("tax"), currency));
                })
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Map<InvoiceId, Invoice> before, Map<InvoiceId, Invoice> after) {
        var created = new ArrayList<Map<String, Object>>();
        var changed = new ArrayList<Map<String, Object>>();
        var lines = new ArrayList<Map<String, Object>>();
        after.forEach((id, invoice) -> {
            if (invoice instanceof Known known && !invoice.equals(before.get(id))) {
                if (before.getOrDefault(id, new Absent()) instanceof Absent) {
                    created.add(InvoiceColumns.of(known));
                    lines.addAll(InvoiceColumns.lines(known.bill()));
                } else {
                    changed.add(InvoiceColumns.of(known));
                }
            }
        });
        insert(created, lines);
        update(changed);
    }

    private void insert(List<Map<String, Object>> invoices, List<Map<String, Object>> lines) {
        if (invoices.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        with created as (
                            insert into invoice (invoice_id, kind, status, issuer, recipient,
                                issuer_head, recipient_head, subject_type, subject_id, corrects,
                                correction, currency, net, tax, total, tax_name,
                                tax_basis_points, drafted_at, sequence, issued_at, due_at,
                                overdue_at, paid_at, voided_at, void_reason)
                            select invoice_id, kind, status, issuer, recipient, issuer_head,
                                recipient_head, subject_type, subject_id, corrects, correction,
                                currency, net, tax, total, tax_name, tax_basis_points,
                                drafted_at, sequence, issued_at, due_at, overdue_at, paid_at,
                                voided_at, void_reason
                            from jsonb_populate_recordset(null::invoice, :invoices::jsonb)
                        )
                        insert into invoice_line
                        select * from jsonb_populate_recordset(null::invoice_line, :lines::jsonb)
                        """)
                .param("invoices", json.writeValueAsString(invoices))
                .param("lines", json.writeValueAsString(lines))
                .update();
    }

    private void update(List<Map<String, Object>> invoices) {
        if (invoices.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update invoice set (status, sequence, issued_at, due_at, overdue_at, paid_at,
                            voided_at, void_reason)
                            = (next.status, next.sequence, next.issued_at, next.due_at,
                            next.overdue_at, next.paid_at, next.voided_at, next.void_reason)
                        from jsonb_populate_recordset(null::invoice, :invoices::jsonb) next
                        where invoice.invoice_id = next.invoice_id
                        """)
                .param("invoices", json.writeValueAsString(invoices))
                .update();
    }
}
