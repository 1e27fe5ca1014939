package guildhall.payment.chargeback.adapter;

import static java.time.ZoneOffset.UTC;

import guildhall.messages.id.ChargebackId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.chargeback.Chargeback;
import guildhall.payment.chargeback.ChargebackReport.FeeCharged;
import guildhall.payment.chargeback.adapter.ChargebackController.ChargebackView;
import guildhall.runtime.list.Place;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Chargebacks and fees; both are only ever added. */
@Repository
class JdbcChargebacks {
    private final JdbcClient jdbc;

    JdbcChargebacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isKnown(ChargebackId id) {
        return jdbc.sql("select exists (select from chargeback where chargeback_id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    Money takenBack(PaymentIntentId payment, Currency currency) {
        var minorUnits =
                jdbc.sql(
                                """
                                select coalesce(sum(amount), 0)::bigint from chargeback
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
                            owed, provider_ref, reason, received_at)
                        values (:id, :payment, :owner, :currency, :amount, :owed, :reference,
                            :reason, :at)
                        """)
                .param("id", chargeback.id().value())
                .param("payment", report.payment().value())
                .param("owner", chargeback.owner().party().toString())
                .param("currency", report.amount().currency().getCurrencyCode())
                .param("amount", report.amount().minorUnits())
                .param("owed", chargeback.owed().minorUnits())
                .param("reference", report.reference())
                .param("reason", report.reason())
                .param("at", utc(chargeback.at()))
                .update();
    }

    /** Whether it is a new one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean addFee(UUID id, FeeCharged fee, Instant at) {
        return jdbc.sql(
                                """
                                insert into processor_fee (fee_id, subject_id, currency, amount,
                                    provider_ref, charged_at)
                                values (:id, :subject, :currency, :amount, :reference, :at)
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("subject", fee.subject())
                        .param("currency", fee.amount().currency().getCurrencyCode())
                        .param("amount", fee.amount().minorUnits())
                        .param("reference", fee.reference())
                        .param("at", utc(at))
                        .update()
                == 1;
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
                                Money.of(row.getLong("amount"), row.getString("currency")),
                                Money.of(row.getLong("owed"), row.getString("currency")),
                                row.getString("reason"),
                                row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, UTC);
    }
}
