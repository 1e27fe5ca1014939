package guildhall.payment.credit.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.payment.credit.CreditAccount;
import guildhall.payment.credit.CreditAccounts.Step;
import guildhall.payment.credit.CreditEvent;
import guildhall.payment.credit.CreditEvent.CreditsAdded;
import guildhall.payment.credit.CreditEvent.CreditsConsumed;
import guildhall.payment.credit.CreditEvent.CreditsExpired;
import guildhall.payment.credit.CreditEvent.CreditsReleased;
import guildhall.payment.credit.CreditEvent.CreditsReserved;
import guildhall.payment.credit.CreditEvent.CreditsRevoked;
import guildhall.payment.credit.CreditMovement;
import guildhall.payment.credit.Lot;
import guildhall.payment.credit.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what happened to an account: lots, reservations, the account, then its movements. */
@Component
class CreditWriter {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    CreditWriter(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void write(CreditAccount before, List<Step> steps) {
        var after = steps.getLast().after();
        for (var step : steps) {
            apply(step.event(), after);
        }
        updateLots(before, after);
        writeMovements(after, steps);
    }

    private void apply(CreditEvent event, CreditAccount after) {
        switch (event) {
            case CreditsAdded(var lot) -> insert(lot, after);
            case CreditsReserved reserved ->
                    insert(after.reservation(reserved.task()).orElseThrow(), after);
            case CreditsReleased released ->
                    update(after.reservation(released.task()).orElseThrow());
            case CreditsConsumed consumed ->
                    update(after.reservation(consumed.task()).orElseThrow());
            case CreditsExpired _, CreditsRevoked _ -> {}
        }
    }

    private void insert(Lot lot, CreditAccount account) {
        jdbc.sql(
                        """
                        insert into credit_lot (lot_id, owner, kind, currency, units, value,
                            units_left, value_left, expires_at, added_at)
                        values (:id, :owner, :kind, :currency, :units, :value, :units, :value,
                            :expiresAt, :addedAt)
                        """)
                .param("id", lot.id().value())
                .param("owner", account.owner().toString())
                .param("kind", lot.kind().name())
                .param("currency", lot.value().currency().getCurrencyCode())
                .param("units", lot.units())
                .param("value", lot.value().minorUnits())
                .param("expiresAt", utc(lot.expiresAt()))
                .param("addedAt", utc(lot.addedAt()))
                .update();
    }

    private void insert(Reservation reservation, CreditAccount account) {
        jdbc.sql(
                        """
                        insert into credit_reservation
                            (task_id, owner, units, still_open, reserved_at)
                        values (:task, :owner, :units, :units, :at)
                        """)
                .param("task", reservation.task().value())
                .param("owner", account.owner().toString())
                .param("units", reservation.units())
                .param("at", utc(reservation.at()))
                .update();
        for (var part : reservation.open()) {
            jdbc.sql(
                            """
                            insert into credit_reservation_part (task_id, lot_id, units, value)
                            values (:task, :lot, :units, :value)
                            """)
                    .param("task", reservation.task().value())
                    .param("lot", part.lot().value())
                    .param("units", part.units())
                    .param("value", part.value().minorUnits())
                    .update();
        }
    }

    private void update(Reservation reservation) {
        jdbc.sql(
                        """
                        update credit_reservation
                        set consumed = :consumed, released = :released, still_open = :open,
                            consumption = :consumption::jsonb, release = :release::jsonb
                        where task_id = :task
                        """)
                .param("task", reservation.task().value())
                .param("open", reservation.openUnits())
                .param("consumed", reservation.consumedUnits())
                .param("released", reservation.releasedUnits())
                .param(
                        "consumption",
                        reservation
                                .consumption()
                                .map(CreditRows.Consumption::of)
                                .map(json::writeValueAsString)
                                .orElse(null))
                .param(
                        "release",
                        reservation
                                .release()
                                .map(CreditRows.Release::of)
                                .map(json::writeValueAsString)
                                .orElse(null))
                .update();
        jdbc.sql(
                        """
                        update credit_reservation_part part
                        set units = coalesce(next.units, 0), value = coalesce(next.value, 0)
                        from credit_reservation_part present
                        left join unnest(:lots::uuid[], :units, :values)
                            as next (lot_id, units, value) using (lot_id)
                        where present.task_id = :task and part.task_id = :task
                            and part.lot_id = present.lot_id
                        """)
                .param("task", reservation.task().value())
                .param("lots", texts(reservation.open(), part -> part.lot().toString()))
                .param("units", reservation.open().stream().mapToInt(p -> p.units()).toArray())
                .param(
                        "values",
                        reservation.open().stream()
                                .mapToLong(part -> part.value().minorUnits())
                                .toArray())
                .update();
    }

    private void updateLots(CreditAccount before, CreditAccount after) {
        var changed = after.lots().stream().filter(lot -> !before.lots().contains(lot)).toList();
        jdbc.sql(
                        """
                        update credit_lot lot
                        set units_left = next.units, value_left = next.value
                        from unnest(:lots::uuid[], :units, :values) as next (lot_id, units, value)
                        where lot.lot_id = next.lot_id
                        """)
                .param("lots", texts(changed, lot -> lot.id().toString()))
                .param("units", changed.stream().mapToInt(Lot::units).toArray())
                .param(
                        "values",
                        changed.stream().mapToLong(lot -> lot.value().minorUnits()).toArray())
                .update();
    }

    private void writeMovements(CreditAccount after, List<Step> steps) {
        var last =
                jdbc.sql(
                                """
                                update credit_account set available = :available,
                                    reserved = :reserved, movements = movements + :steps
                                where owner = :owner
                                returning movements
                                """)
                        .param("owner", after.owner().toString())
                        .param("available", after.available())
                        .param("reserved", after.reserved())
                        .param("steps", steps.size())
                        .query(Long.class)
                        .single();
        var rows = new ArrayList<Map<String, Object>>();
        for (var step : steps) {
            var number = last - steps.size() + rows.size() + 1;
            var movement = CreditMovement.of(step.event(), number, step.after());
            rows.add(
                    Map.of(
                            "owner", after.owner().toString(),
                            "movement_no", number,
                            "kind", movement.kind(),
                            "available", movement.available(),
                            "reserved", movement.reserved(),
                            "available_after", movement.availableAfter(),
                            "reserved_after", movement.reservedAfter(),
                            "reference", movement.reference(),
                            "moved_at", movement.at()));
        }
        jdbc.sql(
                        """
                        insert into credit_movement
                        select * from
                            jsonb_populate_recordset(null::credit_movement, :movements::jsonb)
                        """)
                .param("movements", json.writeValueAsString(rows))
                .update();
    }
}
