package guildhall.payment.escrow.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.payment.escrow.Escrow;
import guildhall.payment.escrow.Escrow.Absent;
import guildhall.payment.escrow.Escrow.WithMoney;
import guildhall.payment.escrow.Escrows;
import guildhall.payment.escrow.Movement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Escrows and their movements, written as sets of JSON rows that PostgreSQL takes apart by column
 * name. An escrow that two transactions want to create at once is created by one of them; the other
 * fails on the primary key and is tried again.
 */
@Repository
class JdbcEscrows implements Escrows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcEscrows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<EscrowId, Escrow> lock(Set<EscrowId> ids) {
        return withMovements(
                jdbc.sql(
                                """
                                select * from escrow where escrow_id = any(:ids::uuid[])
                                order by escrow_id
                                for no key update
                                """)
                        .param("ids", texts(ids)));
    }

    @Override
    public Escrow find(EscrowId id) {
        return withMovements(
                        jdbc.sql("select * from escrow where escrow_id = :id")
                                .param("id", id.value()))
                .getOrDefault(id, new Absent());
    }

    @Override
    public SequencedMap<EscrowId, Escrow> ofContract(
            ContractId contract, EscrowId after, int limit) {
        return withMovements(
                jdbc.sql(
                                """
                                select * from escrow
                                where contract_id = :contract and escrow_id > :after
                                order by escrow_id
                                limit :limit
                                """)
                        .param("contract", contract.value())
                        .param("after", after.value())
                        .param("limit", limit));
    }

    private SequencedMap<EscrowId, Escrow> withMovements(JdbcClient.StatementSpec query) {
        var stored = query.query((row, _) -> StoredEscrow.read(row)).list();
        var movements = movements(stored.stream().filter(StoredEscrow::hasMovements).toList());
        var escrows = new LinkedHashMap<EscrowId, Escrow>();
        stored.forEach(row ->
                escrows.put(row.id(), row.with(movements.getOrDefault(row.id(), List.of()))));
        return escrows;
    }

    private Map<EscrowId, List<Movement>> movements(List<StoredEscrow> escrows) {
        if (escrows.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select movement.*, escrow.currency
                        from escrow_movement movement join escrow using (escrow_id)
                        where escrow_id = any(:ids::uuid[])
                        order by escrow_id, movement_no
                        """)
                .param("ids", texts(escrows, StoredEscrow::id))
                .query((row, _) -> StoredMovement.read(row))
                .list()
                .stream()
                .collect(
                        groupingBy(
                                StoredMovement::escrow,
                                mapping(StoredMovement::movement, toList())));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Map<EscrowId, Escrow> before, Map<EscrowId, Escrow> after) {
        var created = new ArrayList<Map<String, Object>>();
        var changed = new ArrayList<Map<String, Object>>();
        var movements = new ArrayList<Map<String, Object>>();
        after.forEach((id, escrow) -> {
            var known = before.getOrDefault(id, new Absent());
            (known instanceof Absent ? created : changed).add(EscrowColumns.of(id, escrow));
            if (escrow instanceof WithMoney funded) {
                movements.addAll(EscrowColumns.movements(funded.holding(), movementsOf(known)));
            }
        });
        if (!after.isEmpty()) {
            write(created, changed, movements);
        }
    }

    private static int movementsOf(Escrow escrow) {
        return escrow instanceof WithMoney funded ? funded.holding().movements().size() : 0;
    }

    /** The ids are given once more as an array, because the planner can see that they are few. */
    private void write(
            List<Map<String, Object>> created,
            List<Map<String, Object>> changed,
            List<Map<String, Object>> movements) {
        jdbc.sql(
                        """
                        with created as (
                            insert into escrow
                            select * from jsonb_populate_recordset(null::escrow, :created::jsonb)
                        ), changed as (
                            update escrow set (status, contract_id, milestone_id, title, payer,
                                payer_user, payee, payee_user, currency, amount, attempt,
                                decided_at, refusal, cancelled_by, cancelled_at, funded, held,
                                frozen, released, refunded, disputed, contract_kind,
                                agreed_schedule, seller_level, seller_plan, fee_schedule,
                                buyer_fee, deferred_fee, team, team_users, team_shares)
                                = (next.status, next.contract_id, next.milestone_id, next.title,
                                next.payer, next.payer_user, next.payee, next.payee_user,
                                next.currency, next.amount, next.attempt, next.decided_at,
                                next.refusal, next.cancelled_by, next.cancelled_at, next.funded,
                                next.held, next.frozen, next.released, next.refunded,
                                next.disputed, next.contract_kind, next.agreed_schedule,
                                next.seller_level, next.seller_plan, next.fee_schedule,
                                next.buyer_fee, next.deferred_fee, next.team, next.team_users,
                                next.team_shares)
                            from jsonb_populate_recordset(null::escrow, :changed::jsonb) next
                            where escrow.escrow_id = any(:ids::uuid[])
                                and escrow.escrow_id = next.escrow_id
                        )
                        insert into escrow_movement
                        select * from
                            jsonb_populate_recordset(null::escrow_movement, :movements::jsonb)
                        """)
                .param("created", json.writeValueAsString(created))
                .param("changed", json.writeValueAsString(changed))
                .param("movements", json.writeValueAsString(movements))
                .param(
                        "ids",
                        changed.stream()
                                .map(row -> String.valueOf(row.get("escrow_id")))
                                .toArray(String[]::new))
                .update();
    }
}
