package guildhall.payment.reconciliation.adapter;

import static guildhall.payment.reconciliation.adapter.Rows.longs;
import static guildhall.payment.reconciliation.adapter.Rows.user;
import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.payment.reconciliation.Difference;
import guildhall.payment.reconciliation.Difference.Absent;
import guildhall.payment.reconciliation.Difference.Found;
import guildhall.payment.reconciliation.Difference.Open;
import guildhall.payment.reconciliation.Difference.Outcome.Decided;
import guildhall.payment.reconciliation.Difference.Outcome.Explained;
import guildhall.payment.reconciliation.Difference.Proposed;
import guildhall.payment.reconciliation.Difference.Settled;
import guildhall.payment.reconciliation.DifferenceId;
import guildhall.payment.reconciliation.Finding;
import guildhall.payment.reconciliation.Finding.Missing;
import guildhall.payment.reconciliation.Finding.Unexplained;
import guildhall.payment.reconciliation.Proposal;
import guildhall.payment.reconciliation.Settlement;
import guildhall.payment.reconciliation.Settlement.Reversal;
import guildhall.payment.reconciliation.Settlement.ToMovement;
import guildhall.payment.reconciliation.Settlement.ToWallet;
import guildhall.payment.reconciliation.Settlement.WriteOff;
import guildhall.runtime.list.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDifferences {
    private static final String ALL =
            """
            select difference.difference_id, difference.status, difference.found_at,
                difference.settlement, difference.to_owner, difference.to_line, difference.reason,
                difference.proposed_by, difference.proposed_at, difference.approved_by,
                difference.settled_at, entry.provider, entry.entry_id, entry.kind, entry.reference,
                entry.booked_at, movement.line_id, movement.source_type, movement.source_id,
                movement.step, movement.posted_at, difference.currency,
                coalesce(entry.change, movement.change) as change
            from cash_difference difference
            left join provider_entry entry using (entry_no)
            left join cash_movement movement on movement.line_id = difference.line_id
            """;

    private final JdbcClient jdbc;
    private final JdbcMovements movements;

    JdbcDifferences(JdbcClient jdbc, JdbcMovements movements) {
        this.jdbc = jdbc;
        this.movements = movements;
    }

    enum Status {
        OPEN,
        PROPOSED,
        SETTLED
    }

    Difference find(DifferenceId id) {
        return jdbc.sql(ALL + "where difference_id = ?")
                .param(id.value())
                .query((row, _) -> difference(row))
                .optional()
                .map(Difference.class::cast)
                .orElseGet(Absent::new);
    }

    /** The one about a movement that is not settled; its book is locked. */
    List<Found> unsettledOf(Collection<Long> lines) {
        return jdbc.sql(ALL + "where difference.line_id = any(?) and status <> 'SETTLED'")
                .param(longs(lines, Long::longValue))
                .query((row, _) -> difference(row))
                .list();
    }

    /** Newest first. */
    List<Found> list(Set<Status> statuses, Place after, int limit) {
        return jdbc.sql(
                        ALL
                                + """
                                where status = any(:statuses)
                                    and (found_at, difference_id) < (:at, :id)
                                order by found_at desc, difference_id desc
                                limit :limit
                                """)
                .param("statuses", texts(statuses, Enum::name))
                .param("at", utc(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .query((row, _) -> difference(row))
                .list();
    }

    /** New ones; each is about one entry or one movement. */
    void add(List<Open> found) {
        for (var difference : found) {
            var insert =
                    jdbc.sql(
                                    """
                                    insert into cash_difference (difference_id, status, finding,
                                        currency, entry_no, line_id, found_at)
                                    values (:id, 'OPEN', :finding, :currency, (
                                        select entry_no from provider_entry
                                        where provider = :provider and entry_id = :entry
                                    ), :line, :at)
                                    """)
                            .param("id", difference.id().value())
                            .param("currency", difference.finding().currency().getCurrencyCode())
                            .param("at", utc(difference.foundAt()));
            switch (difference.finding()) {
                case Unexplained(var entry) ->
                        insert.param("finding", "UNEXPLAINED")
                                .param("provider", entry.provider())
                                .param("entry", entry.id())
                                .param("line", null)
                                .update();
                case Missing(var movement) ->
                        insert.param("finding", "MISSING")
                                .param("provider", "")
                                .param("entry", "")
                                .param("line", movement.line())
                                .update();
            }
        }
    }

    void write(Found difference) {
        switch (difference) {
            case Open open -> update(open.id(), new Columns("OPEN", null, null, null));
            case Proposed(var id, _, _, var proposal) ->
                    update(id, new Columns("PROPOSED", proposal, null, null));
            case Settled(var id, _, _, Decided(var proposal, var by, var at)) ->
                    update(id, new Columns("SETTLED", proposal, by.value(), at));
            case Settled(var id, _, _, Explained(var at)) ->
                    update(id, new Columns("SETTLED", null, null, at));
        }
    }

    private record Columns(
            String status,
            @Nullable Proposal proposal,
            @Nullable UUID approvedBy,
            @Nullable Instant settledAt) {
        @Nullable String settlement() {
            if (proposal == null) {
                return settledAt == null ? null : "EXPLAINED";
            }
            return switch (proposal.settlement()) {
                case ToWallet _ -> "TO_WALLET";
                case ToMovement _ -> "TO_MOVEMENT";
                case WriteOff _ -> "WRITE_OFF";
                case Reversal _ -> "REVERSAL";
            };
        }

        @Nullable String owner() {
            return proposal != null && proposal.settlement() instanceof ToWallet(var owner)
                    ? owner.toString()
                    : null;
        }

        @Nullable Long line() {
            return proposal != null && proposal.settlement() instanceof ToMovement(var movement)
                    ? movement.line()
                    : null;
        }
    }

    private void update(DifferenceId id, Columns columns) {
        var proposal = Optional.ofNullable(columns.proposal());
        jdbc.sql(
                        """
                        update cash_difference
                        set status = :status, settlement = :settlement, to_owner = :owner,
                            to_line = :line::bigint, reason = :reason,
                            proposed_by = :proposedBy::uuid,
                            proposed_at = :proposedAt::timestamptz,
                            approved_by = :approvedBy::uuid,
                            settled_at = :settledAt::timestamptz
                        where difference_id = :id
                        """)
                .param("id", id.value())
                .param("status", columns.status())
                .param("settlement", columns.settlement())
                .param("owner", columns.owner())
                .param("line", columns.line())
                .param("reason", proposal.map(Proposal::reason).orElse(null))
                .param("proposedBy", proposal.map(p -> p.by().value()).orElse(null))
                .param("proposedAt", proposal.map(p -> p.at().toString()).orElse(null))
                .param("approvedBy", columns.approvedBy())
                .param(
                        "settledAt",
                        Optional.ofNullable(columns.settledAt())
                                .map(Instant::toString)
                                .orElse(null))
                .update();
    }

    private Found difference(ResultSet row) throws SQLException {
        var id = new DifferenceId(row.getObject("difference_id", UUID.class));
        var finding = finding(row);
        var foundAt = instant(row, "found_at");
        return switch (Status.valueOf(row.getString("status"))) {
            case OPEN -> new Open(id, finding, foundAt);
            case PROPOSED -> new Proposed(id, finding, foundAt, proposal(row));
            case SETTLED -> new Settled(id, finding, foundAt, outcome(row));
        };
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return row.getString("entry_id") == null
                ? new Missing(Rows.movement(row))
                : new Unexplained(Rows.entry(row));
    }

    private Difference.Outcome outcome(ResultSet row) throws SQLException {
        var at = instant(row, "settled_at");
        return row.getString("settlement").equals("EXPLAINED")
                ? new Explained(at)
                : new Decided(proposal(row), user(row, "approved_by"), at);
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                settlement(row),
                row.getString("reason"),
                user(row, "proposed_by"),
                instant(row, "proposed_at"));
    }

    private Settlement settlement(ResultSet row) throws SQLException {
        return switch (row.getString("settlement")) {
            case "TO_WALLET" -> new ToWallet(Rows.party(row.getString("to_owner")));
            case "TO_MOVEMENT" ->
                    new ToMovement(movements.find(row.getLong("to_line")).orElseThrow());
            case "WRITE_OFF" -> new WriteOff();
            case "REVERSAL" -> new Reversal();
            default -> throw new IllegalStateException("Unknown settlement");
        };
    }
}
