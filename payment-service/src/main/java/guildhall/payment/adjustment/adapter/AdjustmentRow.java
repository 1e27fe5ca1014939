package guildhall.payment.adjustment.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.instantOrNull;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.AdjustmentId;
import guildhall.messages.id.UserId;
import guildhall.payment.adjustment.Adjustment.Expired;
import guildhall.payment.adjustment.Adjustment.Known;
import guildhall.payment.adjustment.Adjustment.Posted;
import guildhall.payment.adjustment.Adjustment.Requested;
import guildhall.payment.adjustment.Adjustment.TurnedDown;
import guildhall.payment.adjustment.Adjustment.Withdrawn;
import guildhall.payment.adjustment.AdjustmentRequest;
import guildhall.payment.adjustment.Correction;
import guildhall.payment.adjustment.Correction.Manual;
import guildhall.payment.adjustment.Correction.Reversal;
import guildhall.payment.approval.Ruling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An adjustment as it is stored, without its entries. */
record AdjustmentRow(
        UUID id,
        AdjustmentStatus status,
        @Nullable UUID reverses,
        String description,
        Currency currency,
        String reason,
        UUID requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable UUID decidedBy,
        @Nullable String decision,
        @Nullable Instant decidedAt) {

    static AdjustmentRow of(ResultSet row) throws SQLException {
        return new AdjustmentRow(
                row.getObject("adjustment_id", UUID.class),
                AdjustmentStatus.valueOf(row.getString("status")),
                row.getObject("reverses", UUID.class),
                requireNonNull(row.getString("description")),
                Currency.getInstance(row.getString("currency")),
                requireNonNull(row.getString("reason")),
                row.getObject("requested_by", UUID.class),
                instant(row, "requested_at"),
                instant(row, "expires_at"),
                row.getObject("decided_by", UUID.class),
                row.getString("decision"),
                instantOrNull(row, "decided_at"));
    }

    Known adjustment(List<EntryRow> entries) {
        var request =
                new AdjustmentRequest(
                        new AdjustmentId(id),
                        correction(entries),
                        reason,
                        new UserId(requestedBy),
                        requestedAt,
                        expiresAt);
        return switch (status) {
            case REQUESTED -> new Requested(request);
            case POSTED -> new Posted(request, ruling());
            case TURNED_DOWN -> new TurnedDown(request, ruling());
            case WITHDRAWN -> new Withdrawn(request, ruling());
            case EXPIRED -> new Expired(request, requireNonNull(decidedAt));
        };
    }

    private Correction correction(List<EntryRow> rows) {
        var entries = rows.stream().map(row -> row.entry(currency).orElseThrow()).toList();
        return reverses == null
                ? new Manual(description, entries)
                : new Reversal(reverses, description, entries);
    }

    private Ruling ruling() {
        return new Ruling(
                new UserId(requireNonNull(decidedBy)),
                requireNonNull(decision),
                requireNonNull(decidedAt));
    }
}
