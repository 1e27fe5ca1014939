package guildhall.payment.adjustment.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.utc;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import guildhall.messages.id.AdjustmentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.payment.adjustment.Adjustment;
import guildhall.payment.adjustment.Adjustment.Absent;
import guildhall.payment.adjustment.Adjustment.Expired;
import guildhall.payment.adjustment.Adjustment.Known;
import guildhall.payment.adjustment.Adjustment.Posted;
import guildhall.payment.adjustment.Adjustment.Requested;
import guildhall.payment.adjustment.Adjustment.TurnedDown;
import guildhall.payment.adjustment.Adjustment.Withdrawn;
import guildhall.payment.adjustment.AdjustmentRequest;
import guildhall.payment.adjustment.Adjustments;
import guildhall.payment.adjustment.Correction.Manual;
import guildhall.payment.adjustment.Correction.Reversal;
import guildhall.payment.approval.Ruling;
import guildhall.runtime.list.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAdjustments implements Adjustments {
    private final JdbcClient jdbc;

    JdbcAdjustments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Adjustment find(AdjustmentId id) {
        return one("select * from adjustment where adjustment_id = :id", id);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Adjustment lock(AdjustmentId id) {
        return one("select * from adjustment where adjustment_id = :id for update", id);
    }

    private Adjustment one(String sql, AdjustmentId id) {
        var found = read(jdbc.sql(sql).param("id", id.value()));
        return found.isEmpty() ? new Absent() : found.getFirst();
    }

    /**
     * Newest first.
     *
     * @param status null for all
     */
    List<Known> list(@Nullable AdjustmentStatus status, Place after, int rows) {
        var ofStatus = status == null ? "" : " and status = :status";
        return read(
                jdbc.sql(
                                """
                                select * from adjustment
                                where (requested_at, adjustment_id) < (:at, :id)
                                """
                                        + ofStatus
                                        + " order by requested_at desc, adjustment_id desc"
                                        + " limit :rows")
                        .param("at", utc(after.at()))
                        .param("id", after.id())
                        .param("status", status == null ? null : status.name())
                        .param("rows", rows));
    }

    private List<Known> read(StatementSpec statement) {
        var rows = statement.query((row, _) -> AdjustmentRow.of(row)).list();
        var entries = entries(rows.stream().map(AdjustmentRow::id).toList());
        return rows.stream()
                .map(row -> row.adjustment(entries.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<EntryRow>> entries(Collection<UUID> adjustments) {
        record Owned(UUID adjustment, EntryRow entry) {}
        return jdbc
                .sql(
                        """
                        select * from adjustment_entry
                        where adjustment_id = any(:ids::uuid[])
                        order by adjustment_id, entry_no
                        """)
                .param("ids", texts(adjustments))
                .query((row, _) ->
                        new Owned(row.getObject("adjustment_id", UUID.class), EntryRow.of(row)))
                .list()
                .stream()
                .collect(groupingBy(Owned::adjustment, mapping(Owned::entry, toList())));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Adjustment before, Known after) {
        if (before instanceof Absent) {
            insert(after.request());
        }
        switch (after) {
            case Requested _ -> {}
            case Posted(_, var ruling) -> update(after, ruling);
            case TurnedDown(_, var ruling) -> update(after, ruling);
            case Withdrawn(_, var ruling) -> update(after, ruling);
            case Expired(_, var at) -> update(after, null, null, at);
        }
    }

    private void insert(AdjustmentRequest request) {
        var correction = request.correction();
        var reverses =
                switch (correction) {
                    case Manual _ -> null;
                    case Reversal reversal -> reversal.journal().toString();
                };
        jdbc.sql(
                        """
                        insert into adjustment (adjustment_id, status, reverses, description,
                            currency, amount, reason, requested_by, requested_at, expires_at)
                        values (:id, 'REQUESTED', :reverses::uuid, :description, :currency, :amount,
                            :reason, :by, :at, :until)
                        """)
                .param("id", request.id().value())
                .param("reverses", reverses)
                .param("description", correction.description())
                .param("currency", correction.amount().currency().getCurrencyCode())
                .param("amount", correction.amount().minorUnits())
                .param("reason", request.reason())
                .param("by", request.requestedBy().value())
                .param("at", utc(request.requestedAt()))
                .param("until", utc(request.expiresAt()))
                .update();
        insert(request.id(), correction.entries().stream().map(EntryRow::of).toList());
    }

    private void insert(AdjustmentId id, List<EntryRow> entries) {
        jdbc.sql(
                        """
                        insert into adjustment_entry (adjustment_id, entry_no, code, owner, debit,
                            credit)
                        select :id, nr, code, owner, debit, credit
                        from unnest(:codes, :owners, :debits, :credits) with ordinality
                            as entry (code, owner, debit, credit, nr)
                        """)
                .param("id", id.value())
                .param("codes", texts(entries, e -> e.code().name()))
                .param("owners", texts(entries, EntryRow::owner))
                .param("debits", entries.stream().mapToLong(EntryRow::debit).toArray())
                .param("credits", entries.stream().mapToLong(EntryRow::credit).toArray())
                .update();
    }

    private void update(Known after, Ruling ruling) {
        update(after, ruling.by().value(), ruling.reason(), ruling.at());
    }

    private void update(Known after, @Nullable UUID by, @Nullable String decision, Instant at) {
        jdbc.sql(
                        """
                        update adjustment
                        set status = :status, decided_by = :by::uuid, decision = :decision,
                            decided_at = :at
                        where adjustment_id = :id
                        """)
                .param("id", after.request().id().value())
                .param("status", AdjustmentStatus.of(after).name())
                .param("by", by == null ? null : by.toString())
                .param("decision", decision)
                .param("at", utc(at))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isReversed(UUID journal) {
        queueUp("reversal:" + journal);
        return jdbc.sql(
                                """
                                select count(*) from adjustment
                                where reverses = :journal and status in ('REQUESTED', 'POSTED')
                                """)
                        .param("journal", journal)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Money approvedBy(UserId operator, Currency currency, Instant after) {
        queueUp("approver:" + operator);
        var sum =
                jdbc.sql(
                                """
                                select coalesce(sum(amount), 0) from adjustment
                                where status = 'POSTED' and decided_by = :operator
                                    and currency = :currency and decided_at > :after
                                """)
                        .param("operator", operator.value())
                        .param("currency", currency.getCurrencyCode())
                        .param("after", utc(after))
                        .query(BigDecimal.class)
                        .single();
        return new Money(sum.longValueExact(), currency);
    }

    private void queueUp(String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "adjustment:" + name)
                .query(row -> {});
    }
}
