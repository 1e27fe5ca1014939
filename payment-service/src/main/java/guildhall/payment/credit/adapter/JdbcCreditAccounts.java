package guildhall.payment.credit.adapter;

import static guildhall.runtime.sql.SqlArray.texts;

import guildhall.messages.id.TaskId;
import guildhall.messages.party.Party;
import guildhall.payment.credit.CreditAccount;
import guildhall.payment.credit.CreditAccounts;
import guildhall.payment.credit.CreditMovement;
import guildhall.payment.credit.Lot;
import guildhall.payment.credit.LotId;
import guildhall.payment.credit.Reservation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Everything about an account is read and written under the lock of its one row. */
@Repository
class JdbcCreditAccounts implements CreditAccounts {
    private final JdbcClient jdbc;
    private final CreditWriter writer;
    private final JsonMapper json;

    JdbcCreditAccounts(JdbcClient jdbc, CreditWriter writer, JsonMapper json) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.json = json;
    }

    @Override
    public Balance balance(Party owner) {
        return jdbc.sql("select available, reserved from credit_account where owner = :owner")
                .param("owner", owner.toString())
                .query((row, _) -> new Balance(row.getInt("available"), row.getInt("reserved")))
                .optional()
                .orElseGet(() -> new Balance(0, 0));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public CreditAccount lock(Party owner, Set<TaskId> tasks, Set<LotId> lots) {
        jdbc.sql("insert into credit_account (owner) values (:owner) on conflict do nothing")
                .param("owner", owner.toString())
                .update();
        var reserved =
                jdbc.sql(
                                """
                                select reserved from credit_account where owner = :owner
                                for no key update
                                """)
                        .param("owner", owner.toString())
                        .query(Integer.class)
                        .single();
        var reservations = reservations(owner, tasks);
        return new CreditAccount(
                owner, lots(owner, lots, reservations.values()), reserved, reservations);
    }

    private Map<TaskId, Reservation> reservations(Party owner, Set<TaskId> tasks) {
        var found = new HashMap<TaskId, Reservation>();
        jdbc.sql(
                        """
                        select reservation.*, coalesce((
                            select jsonb_agg(jsonb_build_object('lot', part.lot_id,
                                    'units', part.units, 'value', jsonb_build_object(
                                        'amount', part.value, 'currency', lot.currency))
                                order by lot.expires_at, lot.added_at, part.lot_id)
                            from credit_reservation_part part join credit_lot lot using (lot_id)
                            where part.task_id = reservation.task_id and part.units > 0
                        ), '[]')::text as parts
                        from credit_reservation reservation
                        where task_id = any(:tasks::uuid[]) and owner = :owner
                        """)
                .param("owner", owner.toString())
                .param("tasks", texts(tasks))
                .query((row, _) -> CreditRows.reservation(row, json))
                .list()
                .forEach(reservation -> found.put(reservation.task(), reservation));
        return found;
    }

    /** Those with something left, those asked for, and those that open reservations came from. */
    private List<Lot> lots(Party owner, Set<LotId> asked, Collection<Reservation> reservations) {
        var ids = new HashSet<>(asked.stream().map(LotId::toString).toList());
        reservations.forEach(
                reservation -> reservation.open().forEach(part -> ids.add(part.lot().toString())));
        return jdbc.sql(
                        """
                        select * from credit_lot
                        where owner = :owner and units_left > 0
                        union
                        select * from credit_lot
                        where owner = :owner and lot_id = any(:ids::uuid[])
                        """)
                .param("owner", owner.toString())
                .param("ids", ids.toArray(String[]::new))
                .query((row, _) -> CreditRows.lot(row))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(CreditAccount before, List<Step> steps) {
        if (!steps.isEmpty()) {
            writer.write(before, steps);
        }
    }

    @Override
    public List<CreditMovement> movements(Party owner, long before, int limit) {
        return jdbc.sql(
                        """
                        select * from credit_movement
                        where owner = :owner and movement_no < :before
                        order by movement_no desc
                        limit :limit
                        """)
                .param("owner", owner.toString())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> CreditRows.movement(row))
                .list();
    }

    @Override
    public Party ownerOf(LotId lot) {
        return Party.of(
                jdbc.sql("select owner from credit_lot where lot_id = :id")
                        .param("id", lot.value())
                        .query(String.class)
                        .single());
    }
}
