package guildhall.contract.milestone.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;
import static java.util.stream.Collectors.groupingBy;

import guildhall.contract.activity.Timeline;
import guildhall.contract.agreement.Contract;
import guildhall.contract.milestone.Milestone;
import guildhall.contract.milestone.Milestone.Held;
import guildhall.contract.milestone.Milestone.Known;
import guildhall.contract.milestone.MilestoneCommand;
import guildhall.contract.milestone.MilestoneDecider;
import guildhall.contract.milestone.MilestoneEvent;
import guildhall.contract.milestone.MilestoneEvent.RevisionAsked;
import guildhall.contract.milestone.MilestoneEvent.WorkSubmitted;
import guildhall.contract.milestone.MilestoneRejection.UnknownMilestone;
import guildhall.contract.milestone.Milestones;
import guildhall.contract.milestone.Outcome;
import guildhall.contract.milestone.Outcome.Done;
import guildhall.contract.milestone.Outcome.Refused;
import guildhall.contract.milestone.Plan;
import guildhall.contract.milestone.Revision;
import guildhall.contract.milestone.Submission;
import guildhall.contract.milestone.VersionedMilestone;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.sql.AtCommit;
import guildhall.runtime.sql.TransactionMemory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Milestones in PostgreSQL. */
@Repository
class JdbcMilestones implements Milestones {
    private final MilestoneDecider decider = new MilestoneDecider();
    private final JdbcClient sql;
    private final NamedParameterJdbcOperations batches;
    private final Outbox outbox;
    private final Timeline timeline;
    private final ReviewWindow reviewWindow;
    private final JsonMapper json;
    private final MilestoneRow row;
    private final TransactionMemory<MilestoneId, VersionedMilestone> locked =
            new TransactionMemory<>();
    private final AtCommit<Change> changes = new AtCommit<>(this::update);

    JdbcMilestones(
            JdbcClient sql,
            NamedParameterJdbcOperations batches,
            Outbox outbox,
            Timeline timeline,
            ReviewWindow reviewWindow,
            JsonMapper json) {
        this.sql = sql;
        this.batches = batches;
        this.json = json;
        this.row = new MilestoneRow(json);
        this.outbox = outbox;
        this.timeline = timeline;
        this.reviewWindow = reviewWindow;
    }

    @Override
    public Outcome handle(MilestoneCommand command, Contract.Agreed contract) {
        var stored = find(command.id());
        if (stored.filter(found -> isOfAnother(contract, found)).isPresent()) {
            return new Refused(new UnknownMilestone());
        }
        stored.ifPresent(this::remember);
        var state = stored.<Milestone>map(VersionedMilestone::milestone).orElse(decider.initial());
        return switch (decider.decide(command, state)) {
            case Rejected(var reason) -> new Refused(reason);
            case Accepted(var events) when events.isEmpty() ->
                    new Done(stored.orElseThrow(), events);
            case Accepted(var events) ->
                    new Done(store(stored, apply(state, events, contract), events), events);
        };
    }

    private static boolean isOfAnother(Contract.Agreed contract, VersionedMilestone found) {
        return !found.milestone().plan().contract().equals(contract.agreement().id());
    }

    private Known apply(Milestone before, List<MilestoneEvent> events, Contract.Agreed contract) {
        var after = before;
        for (var event : events) {
            var from = after;
            after = decider.evolve(after, event);
            var known = (Known) after;
            MilestoneMessages.of(contract.agreement(), known, event).forEach(outbox::add);
            timeline.append(MilestoneActivity.of(from, known, event));
            reviewWindow.follow(known, event);
        }
        return (Known) after;
    }

    private VersionedMilestone store(
            Optional<VersionedMilestone> stored, Known after, List<MilestoneEvent> events) {
        var columns = MilestoneColumns.of(after, events.getLast().at());
        var version = stored.map(old -> old.version() + 1).orElse(0L);
        if (version == 0) {
            insert(after.plan(), columns);
        } else {
            changes.add(change(after, columns, version));
        }
        for (var event : events) {
            switch (event) {
                case WorkSubmitted submitted -> insert(after.plan().id(), submitted);
                case RevisionAsked asked -> insert(after.plan().id(), asked);
                default -> {} // Only these two have rows of their own.
            }
        }
        return remember(new VersionedMilestone(after, version));
    }

    private VersionedMilestone remember(VersionedMilestone milestone) {
        return locked.put(milestone.milestone().plan().id(), milestone);
    }

    @Override
    public Optional<VersionedMilestone> find(MilestoneId id) {
        return locked.get(id)
                .or(() ->
                        sql.sql("select * from milestone where id = :id")
                                .param("id", id.value())
                                .query(row)
                                .optional());
    }

    /** Those, and of each contract one that {@link #areUnfinished} looks for besides. */
    @Override
    public void readAhead(Collection<MilestoneId> ids) {
        changes.flush();
        sql.sql(
                        """
                        select * from milestone where id = any(:ids::uuid[])
                        union all
                        select other.*
                        from (select distinct contract_id as id
                              from milestone where id = any(:ids::uuid[])) contract
                        cross join lateral (
                            select * from milestone
                            where contract_id = contract.id
                                and status not in ('PAID', 'CANCELLED')
                                and id <> all(:ids::uuid[])
                            limit 1) other
                        """)
                .param("ids", texts(ids, MilestoneId::value))
                .query(row)
                .list()
                .forEach(this::remember);
    }

    @Override
    public List<VersionedMilestone> of(ContractId contract) {
        changes.flush();
        return sql.sql("select * from milestone where contract_id = :contract order by sequence")
                .param("contract", contract.value())
                .query(row)
                .list();
    }

    @Override
    public Map<ContractId, List<VersionedMilestone>> of(Collection<ContractId> contracts) {
        changes.flush();
        return sql
                .sql(
                        "select * from milestone where contract_id = any(:contracts) order by sequence")
                .param("contracts", contracts.stream().map(ContractId::value).toArray(UUID[]::new))
                .query(row)
                .list()
                .stream()
                .collect(groupingBy(found -> found.milestone().plan().contract()));
    }

    @Override
    public boolean areUnfinished(ContractId contract) {
        var known =
                locked.values().stream()
                        .map(VersionedMilestone::milestone)
                        .filter(milestone -> milestone.plan().contract().equals(contract))
                        .toList();
        return known.stream().anyMatch(milestone -> !milestone.status().isOver())
                || sql.sql(
                                """
                                select exists (
                                    select from milestone
                                    where contract_id = :contract
                                        and status not in ('PAID', 'CANCELLED')
                                        and id <> all(:known::uuid[]))
                                """)
                        .param("contract", contract.value())
                        .param("known", texts(known, milestone -> milestone.plan().id()))
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public List<Submission> submissions(MilestoneId id, int before, int rows) {
        return sql.sql(
                        """
                        select * from submission
                        where milestone_id = :id and number < :before
                        order by number desc limit :rows
                        """)
                .param("id", id.value())
                .param("before", before)
                .param("rows", rows)
                .query((row, _) ->
                        new Submission(
                                row.getInt("number"),
                                new UserId(row.getObject("submitted_by", UUID.class)),
                                row.getString("notes"),
                                instant(row, "submitted_at")))
                .list();
    }

    @Override
    public List<Revision> revisions(MilestoneId id, int before, int rows) {
        return sql.sql(
                        """
                        select * from revision
                        where milestone_id = :id and number < :before
                        order by number desc limit :rows
                        """)
                .param("id", id.value())
                .param("before", before)
                .param("rows", rows)
                .query((row, _) ->
                        new Revision(
                                row.getInt("number"),
                                row.getInt("submission"),
                                new UserId(row.getObject("requested_by", UUID.class)),
                                row.getString("reason"),
                                instant(row, "requested_at")))
                .list();
    }

    private void insert(Plan plan, Map<String, @Nullable Object> columns) {
        sql.sql(
                        """
                        insert into milestone (id, contract_id, sequence, currency,
                            revision_allowance, title, amount, due_in_days, status, submissions,
                            revisions_used, version)
                        values (:id, :contract, :sequence, :currency, :revision_allowance,
                            :title, :amount, :due_in_days, :status, :submissions,
                            :revisions_used, 0)
                        """)
                .param("id", plan.id().value())
                .param("contract", plan.contract().value())
                .param("sequence", plan.sequence())
                .param("currency", plan.amount().currency().getCurrencyCode())
                .param("revision_allowance", plan.revisionAllowance())
                .params(columns)
                .update();
    }

    private record Change(MilestoneId id, SqlParameterSource columns) {}

    private Change change(Known after, Map<String, @Nullable Object> columns, long version) {
        var id = after.plan().id();
        var parts = after instanceof Held held ? held.hold().partialReleases() : List.of();
        return new Change(
                id,
                new MapSqlParameterSource(columns)
                        .addValue("id", id.value())
                        .addValue("partial_releases", json.writeValueAsString(parts))
                        .addValue("version", version));
    }

    private void update(List<Change> all) {
        var changed =
                batches.batchUpdate(
                        """
                        update milestone set title = :title, amount = :amount,
                            due_in_days = :due_in_days, status = :status,
                            escrow_id = :escrow_id, fund_before = :fund_before,
                            refusal = :refusal, funded_at = :funded_at,
                            started_at = :started_at, submissions = :submissions,
                            revisions_used = :revisions_used, submitted_at = :submitted_at,
                            auto_approve_at = :auto_approve_at, release_id = :release_id,
                            automatic = :automatic, approved_at = :approved_at, gross = :gross,
                            fee = :fee, net = :net, paid_at = :paid_at, reason = :reason,
                            cancelled_at = :cancelled_at, refunded_at = :refunded_at,
                            partial_releases = :partial_releases::jsonb, version = :version
                        where id = :id and version = :version - 1
                        """,
                        all.stream().map(Change::columns).toArray(SqlParameterSource[]::new));
        if (Arrays.stream(changed).sum() != all.size()) {
            throw new OptimisticLockingFailureException(
                    "One of these changed meanwhile: " + all.stream().map(Change::id).toList());
        }
    }

    private void insert(MilestoneId id, WorkSubmitted submitted) {
        sql.sql(
                        """
                        insert into submission (milestone_id, number, submitted_by, notes,
                            submitted_at)
                        values (:id, :number, :by, :notes, :at)
                        """)
                .param("id", id.value())
                .param("number", submitted.submission())
                .param("by", submitted.by().value())
                .param("notes", submitted.notes())
                .param("at", utc(submitted.at()))
                .update();
    }

    private void insert(MilestoneId id, RevisionAsked asked) {
        sql.sql(
                        """
                        insert into revision (milestone_id, number, submission, requested_by,
                            reason, requested_at)
                        values (:id, :number, :submission, :by, :reason, :at)
                        """)
                .param("id", id.value())
                .param("number", asked.revision())
                .param("submission", asked.submission())
                .param("by", asked.by().value())
                .param("reason", asked.reason())
                .param("at", utc(asked.at()))
                .update();
    }
}
