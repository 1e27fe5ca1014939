package guildhall.payment.reconciliation.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.reconciliation.CashMovement;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** Between rows and what they mean. */
final class Rows {

    static StatementEntry entry(ResultSet row) throws SQLException {
        return new StatementEntry(
                row.getString("provider"),
                row.getString("entry_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("reference"),
                row.getLong("change"),
                Currency.getInstance(row.getString("currency")),
                instant(row, "booked_at"));
    }

    static CashMovement movement(ResultSet row) throws SQLException {
        return new CashMovement(
                row.getLong("line_id"),
                new JournalSource(
                        row.getString("source_type"),
                        row.getObject("source_id", UUID.class),
                        row.getString("step")),
                row.getLong("change"),
                Currency.getInstance(row.getString("currency")),
                instant(row, "posted_at"));
    }

    static Party party(String text) {
        var colon = text.indexOf(':');
        return new Party(
                PartyType.valueOf(text.substring(0, colon)),
                UUID.fromString(text.substring(colon + 1)));
    }

    static UserId user(ResultSet row, String column) throws SQLException {
        return new UserId(requireNonNull(row.getObject(column, UUID.class)));
    }

    static <T> long[] longs(Collection<T> rows, ToLongFunction<T> value) {
        return rows.stream().mapToLong(value).toArray();
    }

    private Rows() {}
}
