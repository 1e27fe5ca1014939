package guildhall.payment.credit.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.instantOrNull;
import static guildhall.runtime.sql.SqlTime.utc;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.approval.Approvals;
import guildhall.payment.approval.Ruling;
import guildhall.payment.credit.LotId;
import guildhall.payment.credit.adapter.CreditBonus.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bonuses that need a second person. */
@Repository
class JdbcCreditBonuses {
    private static final UUID BEGINNING = new UUID(0, 0);

    private final JdbcClient jdbc;

    JdbcCreditBonuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CreditBonus bonus) {
        var asked = bonus.approvals().rulings().getFirst();
        jdbc.sql(
                        """
                        insert into credit_bonus (bonus_id, status, owner, units, value, currency,
                            asked_by, reason, asked_at)
                        values (:id, :status, :owner, :units, :value, :currency, :by, :reason, :at)
                        """)
                .param("id", bonus.id().value())
                .param("status", bonus.status().name())
                .param("owner", bonus.owner().toString())
                .param("units", bonus.units())
                .param("value", bonus.value().minorUnits())
                .param("currency", bonus.value().currency().getCurrencyCode())
                .param("by", asked.by().value())
                .param("reason", asked.reason())
                .param("at", utc(asked.at()))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Optional<CreditBonus> lock(LotId id) {
        return jdbc.sql("select * from credit_bonus where bonus_id = ? for no key update")
                .param(id.value())
                .query((row, _) -> bonus(row))
                .optional();
    }

    /** By id, from after the given one. */
    List<CreditBonus> awaitingApproval(Optional<UUID> after, int limit) {
        return jdbc.sql(
                        """
                        select * from credit_bonus
                        where status = 'AWAITING_APPROVAL' and bonus_id > :after
                        order by bonus_id
                        limit :limit
                        """)
                .param("after", after.orElse(BEGINNING))
                .param("limit", limit)
                .query((row, _) -> bonus(row))
                .list();
    }

    void decided(CreditBonus bonus, Ruling ruling) {
        var expiresAt = bonus.expiresAt();
        jdbc.sql(
                        """
                        update credit_bonus
                        set status = :status, decided_by = :by, decision = :reason,
                            decided_at = :at, expires_at = :expires
                        where bonus_id = :id
                        """)
                .param("id", bonus.id().value())
                .param("status", bonus.status().name())
                .param("by", ruling.by().value())
                .param("reason", ruling.reason())
                .param("at", utc(ruling.at()))
                .param("expires", expiresAt == null ? null : utc(expiresAt))
                .update();
    }

    private static CreditBonus bonus(ResultSet row) throws SQLException {
        var status = Status.valueOf(row.getString("status"));
        var asked = ruling(row, "asked_by", "reason", "asked_at");
        return new CreditBonus(
                new LotId(row.getObject("bonus_id", UUID.class)),
                Party.of(row.getString("owner")),
                row.getInt("units"),
                Money.of(row.getLong("value"), row.getString("currency")),
                status == Status.GRANTED ? Approvals.of(asked, decision(row)) : Approvals.of(asked),
                status == Status.REJECTED ? decision(row) : null,
                instantOrNull(row, "expires_at"));
    }

    private static Ruling decision(ResultSet row) throws SQLException {
        return ruling(row, "decided_by", "decision", "decided_at");
    }

    private static Ruling ruling(ResultSet row, String by, String reason, String at)
            throws SQLException {
        return new Ruling(
                new UserId(row.getObject(by, UUID.class)),
                requireNonNull(row.getString(reason)),
                instant(row, at));
    }
}
