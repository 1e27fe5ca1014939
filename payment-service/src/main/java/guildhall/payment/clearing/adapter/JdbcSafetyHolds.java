package guildhall.payment.clearing.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.instantOrNull;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.clearing.HoldBook;
import guildhall.payment.clearing.RecalledHold;
import guildhall.payment.clearing.SafetyHold;
import guildhall.payment.clearing.SafetyHolds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcSafetyHolds implements SafetyHolds {
    private final JdbcClient jdbc;

    JdbcSafetyHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<SafetyHold> holds) {
        if (holds.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into safety_hold (escrow_id, release_id, payee, payee_user,
                            currency, amount, description, clears_at)
                        select * from unnest(:escrows::uuid[], :releases::uuid[], :payees,
                            :users::uuid[], :currencies, :amounts, :descriptions,
                            :times::timestamptz[])
                        """)
                .param("escrows", texts(holds, SafetyHold::escrow))
                .param("releases", texts(holds, SafetyHold::release))
                .param("payees", texts(holds, hold -> hold.payee().party()))
                .param("users", texts(holds, hold -> hold.payee().user()))
                .param("currencies", texts(holds, hold -> hold.amount().currency()))
                .param(
                        "amounts",
                        holds.stream().mapToLong(hold -> hold.amount().minorUnits()).toArray())
                .param("descriptions", texts(holds, SafetyHold::description))
                .param("times", texts(holds, SafetyHold::clearsAt))
                .update();
    }

    @Override
    public HoldBook.Locked lock(Set<EscrowId> escrows) {
        if (escrows.isEmpty()) {
            return HoldBook.Locked.NOTHING;
        }
        var open = new ArrayList<SafetyHold>();
        var recalled = new ArrayList<RecalledHold>();
        jdbc.sql(
                        """
                        select * from safety_hold
                        where escrow_id = any(:escrows::uuid[]) and cleared_at is null
                        order by escrow_id, release_id, payee
                        for update
                        """)
                .param("escrows", texts(escrows))
                .query(row -> {
                    var recalledAt = instantOrNull(row, "recalled_at");
                    if (recalledAt == null) {
                        open.add(hold(row));
                    } else {
                        recalled.add(new RecalledHold(hold(row), recalledAt));
                    }
                });
        return new HoldBook.Locked(open, recalled);
    }

    @Override
    public void write(HoldBook.Locked changed) {
        var holds =
                Stream.concat(
                                changed.open().stream(),
                                changed.recalled().stream().map(RecalledHold::hold))
                        .toList();
        if (holds.isEmpty()) {
            return;
        }
        var recalledAt =
                Stream.concat(
                                changed.open().stream().map(_ -> (String) null),
                                changed.recalled().stream()
                                        .map(hold -> hold.recalledAt().toString()))
                        .toArray(String[]::new);
        jdbc.sql(
                        """
                        update safety_hold hold
                        set clears_at = next.clears_at, recalled_at = next.recalled_at
                        from unnest(:escrows::uuid[], :releases::uuid[], :payees,
                                :times::timestamptz[], :recalled::timestamptz[])
                            as next (escrow_id, release_id, payee, clears_at, recalled_at)
                        where hold.escrow_id = next.escrow_id
                            and hold.release_id = next.release_id
                            and hold.payee = next.payee
                        """)
                .param("escrows", texts(holds, SafetyHold::escrow))
                .param("releases", texts(holds, SafetyHold::release))
                .param("payees", texts(holds, hold -> hold.payee().party()))
                .param("times", texts(holds, SafetyHold::clearsAt))
                .param("recalled", recalledAt)
                .update();
    }

    @Override
    public List<SafetyHold> lockDue(Instant now, int limit) {
        return jdbc.sql(
                        """
                        select * from safety_hold
                        where cleared_at is null and recalled_at is null
                            and clears_at <= :now
                        order by clears_at
                        limit :limit
                        for update skip locked
                        """)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, _) -> hold(row))
                .list();
    }

    @Override
    public void markCleared(List<SafetyHold> holds, Instant at) {
        jdbc.sql(
                        """
                        update safety_hold hold set cleared_at = :at
                        from unnest(:escrows::uuid[], :releases::uuid[], :payees)
                            as cleared (escrow_id, release_id, payee)
                        where hold.escrow_id = cleared.escrow_id
                            and hold.release_id = cleared.release_id
                            and hold.payee = cleared.payee
                        """)
                .param("at", utc(at))
                .param("escrows", texts(holds, SafetyHold::escrow))
                .param("releases", texts(holds, SafetyHold::release))
                .param("payees", texts(holds, hold -> hold.payee().party()))
                .update();
    }

    private static SafetyHold hold(ResultSet row) throws SQLException {
        return new SafetyHold(
                new EscrowId(row.getObject("escrow_id", UUID.class)),
                new ReleaseId(row.getObject("release_id", UUID.class)),
                new Side(
                        party(row.getString("payee")),
                        new UserId(row.getObject("payee_user", UUID.class))),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("description"),
                instant(row, "clears_at"));
    }

    private static Party party(String text) {
        var colon = text.indexOf(':');
        return new Party(
                PartyType.valueOf(text.substring(0, colon)),
                UUID.fromString(text.substring(colon + 1)));
    }
}
