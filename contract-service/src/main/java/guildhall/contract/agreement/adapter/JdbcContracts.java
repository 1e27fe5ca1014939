package guildhall.contract.agreement.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.contract.activity.Timeline;
import guildhall.contract.agreement.Agreement;
import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.ContractCommand;
import guildhall.contract.agreement.ContractDecider;
import guildhall.contract.agreement.ContractEvent;
import guildhall.contract.agreement.ContractRejection;
import guildhall.contract.agreement.ContractStatus;
import guildhall.contract.agreement.Contracts;
import guildhall.contract.agreement.StoredContract;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.outbox.Outbox;
import guildhall.runtime.sql.TransactionMemory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Contracts in PostgreSQL. */
@Repository
class JdbcContracts implements Contracts {
    private final ContractDecider decider = new ContractDecider();
    private final JdbcClient sql;
    private final ContractRow row;
    private final JsonMapper json;
    private final Outbox outbox;
    private final Timeline timeline;
    private final TransactionMemory<ContractId, StoredContract> locked = new TransactionMemory<>();

    JdbcContracts(JdbcClient sql, JsonMapper json, Outbox outbox, Timeline timeline) {
        this.sql = sql;
        this.row = new ContractRow(json);
        this.json = json;
        this.outbox = outbox;
        this.timeline = timeline;
    }

    @Override
    public Optional<Contract.Agreed> lock(ContractId id) {
        return locked(id).map(StoredContract::contract);
    }

    @Override
    public Optional<Contract.Agreed> lockOf(MilestoneId milestone) {
        return sql.sql(
                        """
                        select * from contract
                        where id = (select contract_id from milestone where id = :milestone)
                        for no key update
                        """)
                .param("milestone", milestone.value())
                .query(row)
                .optional()
                .map(this::remember)
                .map(StoredContract::contract);
    }

    @Override
    public void lock(Collection<ContractId> ids) {
        sql.sql(
                        """
                        select * from contract where id = any(:ids::uuid[])
                        order by id
                        for no key update
                        """)
                .param("ids", texts(ids, ContractId::value))
                .query(row)
                .list()
                .forEach(this::remember);
    }

    private StoredContract remember(StoredContract contract) {
        return locked.put(contract.contract().agreement().id(), contract);
    }

    @Override
    public Decision<ContractEvent, ContractRejection> handle(ContractCommand command) {
        var stored = locked(command.id());
        var state = stored.<Contract>map(StoredContract::contract).orElse(decider.initial());
        var decision = decider.decide(command, state);
        if (decision instanceof Accepted(var events) && !events.isEmpty()) {
            store(stored, state, events);
        }
        return decision;
    }

    private void store(
            Optional<StoredContract> stored, Contract before, List<ContractEvent> events) {
        var after = before;
        for (var event : events) {
            var next = agreed(decider.evolve(after, event));
            ContractMessages.of(next.agreement(), event).forEach(outbox::add);
            timeline.append(ContractActivity.of(after, next, event));
            after = next;
        }
        var agreed = agreed(after);
        var columns = ContractColumns.of(agreed);
        stored.ifPresentOrElse(
                old -> update(agreed, columns, old),
                () -> insert(agreed.agreement(), columns, events.getFirst().at()));
    }

    /** After an event there is a contract. */
    private static Contract.Agreed agreed(Contract contract) {
        return (Contract.Agreed) contract;
    }

    private Optional<StoredContract> locked(ContractId id) {
        return locked.get(id)
                .or(() ->
                        sql.sql("select * from contract where id = :id for no key update")
                                .param("id", id.value())
                                .query(row)
                                .optional()
                                .map(this::remember));
    }

    @Override
    public Optional<StoredContract> find(ContractId id) {
        return sql.sql("select * from contract where id = :id")
                .param("id", id.value())
                .query(row)
                .optional();
    }

    @Override
    public List<StoredContract> ofParty(
            Party party, Optional<ContractStatus> status, long before, int rows) {
        // Two index scans that each stop after a page, whatever side the party is on.
        return sql.sql(
                        """
                        select * from (
                            (select * from contract
                             where client_type = :type and client_id = :party
                               and position < :before
                               and (:status::text is null or status = :status)
                             order by position desc limit :rows)
                            union all
                            (select * from contract
                             where talent_type = :type and talent_id = :party
                               and position < :before
                               and (:status::text is null or status = :status)
                             order by position desc limit :rows)
                        ) mine
                        order by position desc limit :rows
                        """)
                .param("type", party.type().name())
                .param("party", party.id())
                .param("before", before)
                .param("status", status.map(ContractStatus::name).orElse(null))
                .param("rows", rows)
                .query(row)
                .list();
    }

    @Override
    public String nextNumber(Instant at) {
        var next = sql.sql("select nextval('contract_number')").query(Long.class).single();
        return "C-%d-%06d".formatted(at.atZone(ZoneOffset.UTC).getYear(), next);
    }

    @Override
    public boolean hasOpenContract(JobId job, Party talent) {
        return sql.sql(
                        """
                        select exists (
                            select from contract
                            where job_id = :job and talent_type = :type and talent_id = :talent
                              and status in ('DRAFT', 'PENDING_FUNDING', 'ACTIVE'))
                        """)
                .param("job", job.value())
                .param("type", talent.type().name())
                .param("talent", talent.id())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean hasOpenContract(ProposalId proposal) {
        return sql.sql(
                        """
                        select exists (
                            select from contract
                            where proposal_id = :proposal
                              and status in ('DRAFT', 'PENDING_FUNDING', 'ACTIVE'))
                        """)
                .param("proposal", proposal.value())
                .query(Boolean.class)
                .single();
    }

    private void insert(Agreement agreement, ContractColumns columns, Instant draftedAt) {
        sql.sql(
                        """
                        insert into contract (id, number, kind, job_id, proposal_id, title,
                            client_type, client_id, client_user,
                            talent_type, talent_id, talent_user,
                            amount, currency, terms, drafted_at, status, fund_before, reason,
                            cancellation_requested_at, activated_at, paid, ended_at, version)
                        values (:id, :number, :kind, :job, :proposal, :title,
                            :client_type, :client_id, :client_user,
                            :talent_type, :talent_id, :talent_user,
                            :amount, :currency, :terms::jsonb, :drafted_at, :status, :fund_before,
                            :reason, :cancellation_requested_at, :activated_at, :paid, :ended_at, 0)
                        """)
                .param("id", agreement.id().value())
                .param("number", agreement.number())
                .param("kind", agreement.kind().name())
                .param("job", agreement.job().value())
                .param("proposal", agreement.proposal().value())
                .param("title", agreement.title())
                .param("client_type", agreement.client().party().type().name())
                .param("client_id", agreement.client().party().id())
                .param("client_user", agreement.client().user().value())
                .param("talent_type", agreement.talent().party().type().name())
                .param("talent_id", agreement.talent().party().id())
                .param("talent_user", agreement.talent().user().value())
                .param("amount", agreement.amount().minorUnits())
                .param("currency", agreement.amount().currency().getCurrencyCode())
                .param("terms", json.writeValueAsString(agreement.terms()))
                .param("drafted_at", utc(draftedAt))
                .params(columns.parameters())
                .update();
    }

    private void update(Contract.Agreed after, ContractColumns columns, StoredContract before) {
        var id = after.agreement().id();
        var changed =
                sql.sql(
                                """
                                update contract set status = :status, fund_before = :fund_before,
                                    reason = :reason,
                                    cancellation_requested_at = :cancellation_requested_at,
                                    activated_at = :activated_at, paid = :paid,
                                    ended_at = :ended_at, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("id", id.value())
                        .param("version", before.version())
                        .params(columns.parameters())
                        .update();
        if (changed != 1) {
            throw new OptimisticLockingFailureException("Contract " + id + " changed meanwhile");
        }
        remember(
                new StoredContract(
                        after, before.position(), before.draftedAt(), before.version() + 1));
    }
}
