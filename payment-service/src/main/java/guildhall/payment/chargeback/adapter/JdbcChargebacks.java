package guildhall.payment.chargeback.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.ChargebackId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.chargeback.Chargeback;
import guildhall.payment.chargeback.ChargebackRules.Posted;
import guildhall.payment.chargeback.adapter.ChargebackController.ChargebackView;
import guildhall.runtime.list.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Chargebacks, and what came back of them. */
@Repository
class JdbcChargebacks {
    private final JdbcClient jdbc;

    JdbcChargebacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when there is no such chargeback. */
    Optional<Posted> posted(ChargebackId id) {
        return jdbc.sql("select * from chargeback where chargeback_id = :id")
                .param("id", id.value())
                .query((row, _) -> new Posted(money(row, "amount"), money(row, "returned")))
                .optional();
    }

    /** What of a payment was taken and has not come back. */
    Money gone(PaymentIntentId payment, Currency currency) {
        var minorUnits =
                jdbc.sql(
                                """
                                select coalesce(sum(amount - returned), 0)::bigint from chargeback
                                where payment_id = :payment and currency = :currency
                                """)
                        .param("payment", payment.value())
                        .param("currency", currency.getCurrencyCode())
                        .query(Long.class)
                        .single();
        return new Money(minorUnits, currency);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Chargeback chargeback) {
        var report = chargeback.report();
        jdbc.sql(
                        """
                        insert into chargeback (chargeback_id, payment_id, owner, currency, amount,
                            owed, revoked, provider_ref, reason, received_at)
                        values (:id, :payment, :owner, :currency, :amount, :owed, :revoked, :reference,
                            :reason, :at)
                        """)
                .param("id", chargeback.id().value())
                .param("payment", report.payment().value())
                .param("owner", chargeback.owner().party().toString())
                .param("currency", report.amount().currency().getCurrencyCode())
                .param("amount", report.amount().minorUnits())
                .param("owed", chargeback.owed().minorUnits())
                .param("revoked", chargeback.revoked().minorUnits())
                .param("reference", report.reference())
                .param("reason", report.reason())
                .param("at", utc(chargeback.at()))
                .update();
    }

    /** The dispute was won. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(ChargebackId id, Money returned, Instant at) {
        jdbc.sql(
                        """
                        update chargeback set returned = :returned, returned_at = :at
                        where chargeback_id = :id
                        """)
                .param("id", id.value())
                .param("returned", returned.minorUnits())
                .param("at", utc(at))
                .update();
    }

    /** Newest first. */
    List<ChargebackView> list(Place before, int limit) {
        return jdbc.sql(
                        """
                        select * from chargeback
                        where (received_at, chargeback_id) < (:at, :id)
                        order by received_at desc, chargeback_id desc
                        limit :limit
                        """)
                .param("at", utc(before.at()))
                .param("id", before.id())
                .param("limit", limit)
                .query((row, _) ->
                        new ChargebackView(
                                row.getObject("chargeback_id", UUID.class),
                                row.getObject("payment_id", UUID.class),
                                Party.of(row.getString("owner")),
                                money(row, "amount"),
                                money(row, "owed"),
                                money(row, "returned"),
                                row.getString("reason"),
                                instant(row, "received_at")))
                .list();
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getLong(column), row.getString("currency"));
    }
}
