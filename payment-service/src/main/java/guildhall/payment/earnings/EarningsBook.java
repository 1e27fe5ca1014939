package guildhall.payment.earnings;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.payment.CreditEvents.CreditsConsumedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.payment.earnings.Earnings.Kind;
import guildhall.runtime.list.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EarningsBook {
    private final JdbcClient jdbc;
    private final Clock clock;

    EarningsBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(EscrowReleasedV1 event) {
        record(
                new Row(
                        event.releaseId().value(),
                        event.payee().party(),
                        Kind.MILESTONE,
                        event.milestoneId().value(),
                        event.contractId().value(),
                        event.releasedAt()),
                event.gross(),
                event.net());
    }

    void record(CreditsConsumedV1 event) {
        if (!event.value().isZero()) {
            record(
                    new Row(
                            event.taskId().value(),
                            event.talent().party(),
                            Kind.TASK,
                            event.taskId().value(),
                            null,
                            event.consumedAt()),
                    event.value(),
                    event.talentShare());
        }
    }

    private record Row(
            UUID payment,
            Party party,
            Kind kind,
            UUID subject,
            @Nullable UUID contract,
            Instant releasedAt) {}

    private void record(Row row, Money gross, Money net) {
        jdbc.sql(
                        """
                        insert into earning (payment_id, party, kind, subject_id, contract_id,
                            currency, gross, fee, net, released_at, recorded_at)
                        values (:payment, :party, :kind, :subject, cast(:contract as uuid),
                            :currency, :gross, :fee, :net, :releasedAt, :recordedAt)
                        on conflict do nothing
                        """)
                .param("payment", row.payment())
                .param("party", row.party().toString())
                .param("kind", row.kind().name())
                .param("subject", row.subject())
                .param("contract", row.contract())
                .param("currency", gross.currency().getCurrencyCode())
                .param("gross", gross.minorUnits())
                .param("fee", gross.minus(net).minorUnits())
                .param("net", net.minorUnits())
                .param("releasedAt", time(row.releasedAt()))
                .param("recordedAt", time(clock.instant().truncatedTo(MICROS)))
                .update();
    }

    /** The latest paid first. */
    List<Earnings> of(Party party, Place after, int limit) {
        return jdbc.sql(
                        """
                        select kind, subject_id, min(contract_id::text)::uuid as contract_id,
                            currency, sum(gross) as gross, sum(net) as net, count(*) as releases,
                            max(released_at) as released_at, max(recorded_at) as recorded_at
                        from earning
                        where party = :party
                        group by kind, subject_id, currency
                        having (max(released_at), subject_id) < (:at, :subject)
                        order by max(released_at) desc, subject_id desc
                        limit :limit
                        """)
                .param("party", party.toString())
                .param("at", time(after.at()))
                .param("subject", after.id())
                .param("limit", limit)
                .query((row, _) -> earnings(row))
                .list();
    }

    List<EarningsTotal> totals(Party party) {
        return jdbc.sql(
                        """
                        select currency, sum(gross) as gross, sum(net) as net,
                            count(*) as releases, max(recorded_at) as recorded_at
                        from earning
                        where party = :party
                        group by currency
                        order by currency
                        """)
                .param("party", party.toString())
                .query((row, _) -> {
                    var gross = Money.of(row.getLong("gross"), row.getString("currency"));
                    var net = new Money(row.getLong("net"), gross.currency());
                    return new EarningsTotal(
                            gross,
                            gross.minus(net),
                            net,
                            row.getLong("releases"),
                            instant(row, "recorded_at"));
                })
                .list();
    }

    private static Earnings earnings(ResultSet row) throws SQLException {
        var gross = Money.of(row.getLong("gross"), row.getString("currency"));
        var net = new Money(row.getLong("net"), gross.currency());
        return new Earnings(
                Kind.valueOf(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                row.getObject("contract_id", UUID.class),
                gross,
                gross.minus(net),
                net,
                row.getLong("releases"),
                instant(row, "released_at"),
                instant(row, "recorded_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
