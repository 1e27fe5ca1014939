package guildhall.job.posting.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.job.posting.Job;
import guildhall.job.posting.Job.Absent;
import guildhall.job.posting.Job.Known;
import guildhall.job.posting.JobCommand;
import guildhall.job.posting.JobDecider;
import guildhall.job.posting.JobEvent;
import guildhall.job.posting.JobEvent.ProposalsCounted;
import guildhall.job.posting.JobRejection;
import guildhall.job.posting.Jobs;
import guildhall.job.posting.StoredJob;
import guildhall.messages.id.JobId;
import guildhall.messages.party.Party;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.list.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

@Repository
class JdbcJobs implements Jobs {
    private static final String INSERT =
            """
            insert into job (id, client_type, client_id, client_user, title, description, category,
                kind, level, skills, tags, budget_min, budget_max, currency, location, remote,
                deadline, visibility, max_proposals, proposals_active, proposals_received, state,
                published_at, expires_at, closing_reason, proposal_id, contract_id, version,
                created_at)
            values (:id, :client_type, :client_id, :client_user, :title, :description, :category,
                :kind, :level, :skills, :tags, :budget_min, :budget_max, :currency, :location,
                :remote, :deadline, :visibility, :max_proposals, :proposals_active,
                :proposals_received, :state, :published_at, :expires_at, :closing_reason,
                :proposal_id, :contract_id, :version, :at)
            """;
    private static final String UPDATE =
            """
            update job set title = :title, description = :description, category = :category,
                kind = :kind, level = :level, skills = :skills, tags = :tags,
                budget_min = :budget_min, budget_max = :budget_max, currency = :currency,
                location = :location, remote = :remote, deadline = :deadline,
                visibility = :visibility, max_proposals = :max_proposals,
                proposals_active = :proposals_active, proposals_received = :proposals_received,
                state = :state, published_at = :published_at, expires_at = :expires_at,
                closing_reason = :closing_reason, proposal_id = :proposal_id,
                contract_id = :contract_id, version = :version
            where id = :id and version = :seen
            """;

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final JobEffects effects;
    private final JobDecider decider;

    JdbcJobs(
            JdbcClient db,
            TransactionOperations transaction,
            JobEffects effects,
            PostingProperties properties) {
        this.db = db;
        this.transaction = transaction;
        this.effects = effects;
        this.decider = new JobDecider(properties.openFor());
    }

    @Override
    public Decision<JobEvent, JobRejection> handle(JobCommand command, LongPredicate seen) {
        return transaction.execute(_ -> decide(command, seen));
    }

    private Decision<JobEvent, JobRejection> decide(JobCommand command, LongPredicate seen) {
        var stored = select(command.id());
        var before = stored.<Job>map(StoredJob::job).orElseGet(Absent::new);
        var decision = decider.decide(command, before);
        if (decision instanceof Accepted(var events)) {
            var version = stored.map(StoredJob::version).orElse(0L);
            if (!seen.test(version)) {
                throw new OptimisticLockingFailureException("Job " + command.id());
            }
            store(before, events, version, command.at());
        }
        return decision;
    }

    private void store(Job before, List<JobEvent> events, long version, Instant at) {
        if (events.isEmpty()) {
            return;
        }
        var state = before;
        for (var event : events) {
            var next = (Known) decider.evolve(state, event);
            effects.announce(state, event, next, at);
            state = next;
        }
        var after = (Known) state;
        var onlyCounted = events.stream().allMatch(ProposalsCounted.class::isInstance);
        var rows =
                db.sql(before instanceof Absent ? INSERT : UPDATE)
                        .params(JobColumns.of(after))
                        .param("seen", version)
                        .param("version", onlyCounted ? version : version + 1)
                        .param("at", utc(at))
                        .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("Job " + after.id());
        }
        effects.follow(before, after);
    }

    @Override
    public Job lock(JobId id) {
        return select(id).<Job>map(StoredJob::job).orElseGet(Absent::new);
    }

    private Optional<StoredJob> select(JobId id) {
        return db.sql("select * from job where id = ? for update")
                .param(id.value())
                .query(JobRows::read)
                .optional();
    }

    @Override
    public Optional<StoredJob> find(JobId id) {
        return db.sql("select * from job where id = ?")
                .param(id.value())
                .query(JobRows::read)
                .optional();
    }

    @Override
    public List<StoredJob> ofClient(Party client, Place before, int limit) {
        return db.sql(
                        """
                        select * from job
                        where client_type = ? and client_id = ? and (created_at, id) < (?, ?)
                        order by created_at desc, id desc limit ?
                        """)
                .params(client.type().name(), client.id(), utc(before.at()), before.id(), limit)
                .query(JobRows::read)
                .list();
    }
}
