package guildhall.job.proposal.adapter;

import static guildhall.runtime.decide.Decision.reject;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.job.posting.JobCommand.CountProposals;
import guildhall.job.posting.Jobs;
import guildhall.job.posting.Tally;
import guildhall.job.proposal.Proposal;
import guildhall.job.proposal.Proposal.Absent;
import guildhall.job.proposal.Proposal.Known;
import guildhall.job.proposal.ProposalCommand;
import guildhall.job.proposal.ProposalCommand.SubmitProposal;
import guildhall.job.proposal.ProposalDecider;
import guildhall.job.proposal.ProposalEvent;
import guildhall.job.proposal.ProposalRejection;
import guildhall.job.proposal.ProposalRejection.AlreadyProposed;
import guildhall.job.proposal.ProposalRejection.UnknownProposal;
import guildhall.job.proposal.ProposalTerms;
import guildhall.job.proposal.Proposals;
import guildhall.job.proposal.StoredProposal;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.list.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

@Repository
class JdbcProposals implements Proposals {
    private static final String SELECT =
            "select p.*, j.title as job_title from proposal p join job j on j.id = p.job_id ";

    /** The partial unique index knows whether this talent is in the running already. */
    private static final String INSERT =
            """
            insert into proposal (id, job_id, client_type, client_id, client_user, talent_type,
                talent_id, talent_user, bid, currency, duration_days, cover_letter, milestones,
                state, stage, expires_at, accepted_at, displaced_by, version, submitted_at)
            values (:id, :job_id, :client_type, :client_id, :client_user, :talent_type,
                :talent_id, :talent_user, :bid, :currency, :duration_days, :cover_letter,
                :milestones::jsonb, :state, :stage, :expires_at, :accepted_at, :displaced_by,
                1, :at)
            on conflict (talent_type, talent_id, job_id) where state in ('ACTIVE', 'HIRED')
                do nothing
            """;

    private static final String UPDATE =
            """
            update proposal set bid = :bid, currency = :currency, duration_days = :duration_days,
                cover_letter = :cover_letter, milestones = :milestones::jsonb, state = :state,
                stage = :stage, expires_at = :expires_at, accepted_at = :accepted_at,
                displaced_by = :displaced_by, version = version + 1
            where id = :id and version = :seen
            """;

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Jobs jobs;
    private final ProposalEffects effects;
    private final ProposalDecider decider;

    JdbcProposals(
            JdbcClient db,
            TransactionOperations transaction,
            Jobs jobs,
            ProposalEffects effects,
            ProposalProperties properties) {
        this.db = db;
        this.transaction = transaction;
        this.jobs = jobs;
        this.effects = effects;
        this.decider = new ProposalDecider(properties.answerWithin());
    }

    @Override
    public Decision<ProposalEvent, ProposalRejection> submit(
            ProposalId id, JobId job, Side talent, ProposalTerms terms, Instant at) {
        return transaction.execute(
                _ -> decide(new SubmitProposal(id, talent, jobs.lock(job), terms, at), _ -> true));
    }

    @Override
    public Decision<ProposalEvent, ProposalRejection> handle(
            ProposalCommand command, LongPredicate seen) {
        return transaction.execute(_ -> {
            var job = jobOf(command.id());
            if (job.isEmpty()) {
                return reject(new UnknownProposal());
            }
            jobs.lock(job.get());
            return decide(command, seen);
        });
    }

    /** The job is locked. */
    private Decision<ProposalEvent, ProposalRejection> decide(
            ProposalCommand command, LongPredicate seen) {
        var stored = find(command.id());
        var before = stored.<Proposal>map(StoredProposal::proposal).orElseGet(Absent::new);
        var decision = decider.decide(command, before);
        if (decision instanceof Accepted(var events)) {
            var version = stored.map(StoredProposal::version).orElse(0L);
            if (!seen.test(version)) {
                throw new OptimisticLockingFailureException("Proposal " + command.id());
            }
            if (!events.isEmpty() && !store(before, events, version, command.at())) {
                return reject(new AlreadyProposed());
            }
        }
        return decision;
    }

    /** Whether there was room for it: a second active proposal of the talent changes nothing. */
    private boolean store(Proposal before, List<ProposalEvent> events, long version, Instant at) {
        var after = (Known) events.stream().reduce(before, decider::evolve, (_, last) -> last);
        var isNew = before instanceof Absent;
        var rows =
                db.sql(isNew ? INSERT : UPDATE)
                        .params(ProposalRows.columns(after))
                        .param("seen", version)
                        .param("at", utc(at))
                        .update();
        if (rows == 0 && isNew) {
            return false;
        }
        if (rows != 1) {
            throw new OptimisticLockingFailureException("Proposal " + after.offer().id());
        }
        events.forEach(event -> effects.announce(event, after));
        effects.follow(before, after);
        var job = after.offer().job();
        jobs.handle(new CountProposals(job, tally(job), at));
        return true;
    }

    private Tally tally(JobId job) {
        return db.sql(
                        """
                        select count(*) filter (where state = 'ACTIVE') as active, count(*) as received
                        from proposal where job_id = ?
                        """)
                .param(job.value())
                .query((row, _) -> new Tally(row.getInt("active"), row.getInt("received")))
                .single();
    }

    private Optional<JobId> jobOf(ProposalId id) {
        return db.sql("select job_id from proposal where id = ?")
                .param(id.value())
                .query((row, _) -> new JobId(row.getObject("job_id", UUID.class)))
                .optional();
    }

    @Override
    public Optional<StoredProposal> find(ProposalId id) {
        return db.sql(SELECT + "where p.id = ?")
                .param(id.value())
                .query(ProposalRows::read)
                .optional();
    }

    @Override
    public List<StoredProposal> ofTalent(Party talent, Place before, int limit) {
        return db.sql(
                        SELECT
                                + """
                                where p.talent_type = ? and p.talent_id = ?
                                    and (p.submitted_at, p.id) < (?, ?)
                                order by p.submitted_at desc, p.id desc limit ?
                                """)
                .params(talent.type().name(), talent.id(), utc(before.at()), before.id(), limit)
                .query(ProposalRows::read)
                .list();
    }

    @Override
    public List<StoredProposal> ofJob(JobId job, Place before, int limit) {
        return db.sql(
                        SELECT
                                + """
                                where p.job_id = ? and (p.submitted_at, p.id) < (?, ?)
                                order by p.submitted_at desc, p.id desc limit ?
                                """)
                .params(job.value(), utc(before.at()), before.id(), limit)
                .query(ProposalRows::read)
                .list();
    }

    @Override
    public List<ProposalId> activeFor(JobId job) {
        return ids("select id from proposal where job_id = ? and state = 'ACTIVE'", job.value());
    }

    @Override
    public List<ProposalId> displacedBy(ProposalId hired) {
        return ids(
                "select id from proposal where displaced_by = ? and state = 'DISPLACED'",
                hired.value());
    }

    private List<ProposalId> ids(String sql, UUID parameter) {
        return db.sql(sql)
                .param(parameter)
                .query((row, _) -> new ProposalId(row.getObject("id", UUID.class)))
                .list();
    }
}
