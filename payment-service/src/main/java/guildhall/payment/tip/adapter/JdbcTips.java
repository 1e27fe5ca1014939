package guildhall.payment.tip.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.TipId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.tip.Tip;
import guildhall.payment.tip.Tips;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcTips implements Tips {
    private final JdbcClient jdbc;

    JdbcTips(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Tip> find(TipId id) {
        return jdbc.sql("select * from tip where tip_id = :id")
                .param("id", id.value())
                .query((row, _) -> tip(row))
                .optional();
    }

    @Override
    public List<Tip> ofEscrow(EscrowId escrow, TipId after, int limit) {
        return jdbc.sql(
                        """
                        select * from tip
                        where escrow_id = :escrow and tip_id > :after
                        order by tip_id
                        limit :limit
                        """)
                .param("escrow", escrow.value())
                .param("after", after.value())
                .param("limit", limit)
                .query((row, _) -> tip(row))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Tip tip) {
        jdbc.sql(
                        """
                        insert into tip (tip_id, escrow_id, payer, payee, given_by, currency,
                            amount, fee, fee_schedule, note, given_at)
                        values (:id, :escrow, :payer, :payee, :by, :currency, :amount, :fee,
                            :schedule, :note, :at)
                        """)
                .param("id", tip.id().value())
                .param("escrow", tip.escrow().value())
                .param("payer", tip.payer().toString())
                .param("payee", tip.payee().toString())
                .param("by", tip.givenBy().value())
                .param("currency", tip.amount().currency().getCurrencyCode())
                .param("amount", tip.amount().minorUnits())
                .param("fee", tip.fee().minorUnits())
                .param("schedule", tip.schedule())
                .param("note", tip.note())
                .param("at", utc(tip.at()))
                .update();
    }

    private static Tip tip(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new Tip(
                new TipId(row.getObject("tip_id", UUID.class)),
                new EscrowId(row.getObject("escrow_id", UUID.class)),
                party(row.getString("payer")),
                party(row.getString("payee")),
                new UserId(row.getObject("given_by", UUID.class)),
                Money.of(row.getLong("amount"), currency),
                Money.of(row.getLong("fee"), currency),
                row.getString("fee_schedule"),
                row.getString("note"),
                instant(row, "given_at"));
    }

    private static Party party(String text) {
        var colon = text.indexOf(':');
        return new Party(
                PartyType.valueOf(text.substring(0, colon)),
                UUID.fromString(text.substring(colon + 1)));
    }
}
