package guildhall.payment.earnings;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;
import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.payment.AssetEvents.AssetPaymentCapturedV1;
import guildhall.messages.payment.AssetEvents.AssetPaymentRefundedV1;
import guildhall.messages.payment.CreditEvents.CreditsConsumedV1;
import guildhall.messages.payment.EscrowEvents.DisputeFundsSplitV1;
import guildhall.messages.payment.EscrowEvents.EscrowFrozenV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.EscrowEvents.EscrowUnfrozenV1;
import guildhall.messages.payment.TeamPayment;
import guildhall.payment.earnings.Earnings.Kind;
import guildhall.runtime.id.Ids;
import guildhall.runtime.list.Place;
import guildhall.runtime.sql.AtCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EarningsBook {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final Clock clock;
    private final AtCommit<Row> rows = new AtCommit<>(this::insert);

    EarningsBook(JdbcClient jdbc, NamedParameterJdbcOperations batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    void record(EscrowReleasedV1 event) {
        record(
                new Released(
                        event.releaseId(),
                        event.milestoneId(),
                        event.contractId(),
                        event.payee().party(),
                        event.releasedAt()),
                event.gross(),
                event.net(),
                event.team());
    }

    /** The talent's part of a dispute is a release like any other. */
    void record(DisputeFundsSplitV1 event) {
        if (!event.toTalent().isZero()) {
            record(
                    new Released(
                            event.releaseId(),
                            event.milestoneId(),
                            event.contractId(),
                            event.payee().party(),
                            event.splitAt()),
                    event.toTalent(),
                    event.net(),
                    event.team());
        }
    }

    private record Released(
            ReleaseId release,
            MilestoneId milestone,
            ContractId contract,
            Party payee,
            Instant at) {
        Row row(UUID payment, Party party, Money gross, Money net) {
            return new Row(
                    payment,
                    release.value(),
                    party,
                    Kind.MILESTONE,
                    milestone.value(),
                    contract.value(),
                    gross,
                    net,
                    at);
        }
    }

    /** For the payee, and for those who got a part of what their team earned. */
    private void record(
            Released released, Money gross, Money net, @Nullable List<TeamPayment> team) {
        rows.add(released.row(released.release().value(), released.payee(), gross, net));
        members(team, released.payee())
                .forEach(part -> {
                    var member = part.member().party();
                    var payment = Ids.derived("team-earning", released.release(), member);
                    rows.add(released.row(payment, member, part.amount(), part.amount()));
                });
    }

    /** What stays in the vault of the team is the payee's. */
    private static List<TeamPayment> members(@Nullable List<TeamPayment> team, Party payee) {
        return team == null
                ? List.of()
                : team.stream()
                        .filter(part -> !part.member().party().equals(payee))
                        .filter(part -> !part.amount().isZero())
                        .toList();
    }

    /** What a dispute recalled does not count until it is given back. */
    void record(EscrowFrozenV1 event) {
        recall("FREEZE", true, event.escrowId(), event.disputeId());
    }

    void record(EscrowUnfrozenV1 event) {
        recall("UNFREEZE", false, event.escrowId(), event.disputeId());
    }

    private void recall(String movement, boolean recalled, EscrowId escrow, DisputeId dispute) {
        rows.flush();
        jdbc.sql(
                        """
                        update earning set recalled = :recalled, recorded_at = :now
                        from escrow_movement movement
                        where movement.escrow_id = :escrow and movement.kind = :kind
                            and movement.movement_id = :dispute
                            and coalesce(earning.release_id, earning.payment_id)
                                = any(movement.releases)
                        """)
                .param("recalled", recalled)
                .param("now", utc(clock.instant().truncatedTo(MICROS)))
                .param("escrow", escrow.value())
                .param("kind", movement)
                .param("dispute", dispute.value())
                .update();
    }

    void record(CreditsConsumedV1 event) {
        if (!event.value().isZero()) {
            rows.add(
                    new Row(
                            event.taskId().value(),
                            event.taskId().value(),
                            event.talent().party(),
                            Kind.TASK,
                            event.taskId().value(),
                            null,
                            event.value(),
                            event.talentShare(),
                            event.consumedAt()));
        }
    }

    void record(AssetPaymentCapturedV1 event) {
        rows.add(
                new Row(
                        event.licenceId().value(),
                        event.licenceId().value(),
                        event.seller().party(),
                        Kind.ASSET,
                        event.assetId().value(),
                        null,
                        event.price(),
                        event.net(),
                        event.capturedAt()));
    }

    void record(AssetPaymentRefundedV1 event) {
        rows.flush();
        jdbc.sql(
                        """
                        update earning set recalled = true, recorded_at = :at
                        where payment_id = :payment
                        """)
                .param("payment", event.licenceId().value())
                .param("at", utc(clock.instant().truncatedTo(MICROS)))
                .update();
    }

    /**
     * @param release what a dispute would recall it by
     */
    private record Row(
            UUID payment,
            UUID release,
            Party party,
            Kind kind,
            UUID subject,
            @Nullable UUID contract,
            Money gross,
            Money net,
            Instant releasedAt) {
        MapSqlParameterSource columns() {
            return new MapSqlParameterSource()
                    .addValue("payment", payment)
                    .addValue("release", release)
                    .addValue("party", party.toString())
                    .addValue("kind", kind.name())
                    .addValue("subject", subject)
                    .addValue("contract", contract)
                    .addValue("currency", gross.currency().getCurrencyCode())
                    .addValue("gross", gross.minorUnits())
                    .addValue("fee", gross.minus(net).minorUnits())
                    .addValue("net", net.minorUnits())
                    .addValue("releasedAt", utc(releasedAt));
        }
    }

    private void insert(List<Row> earned) {
        var recordedAt = utc(clock.instant().truncatedTo(MICROS));
        batches.batchUpdate(
                """
                insert into earning (payment_id, release_id, party, kind, subject_id, contract_id,
                    currency, gross, fee, net, released_at, recorded_at)
                values (:payment, :release, :party, :kind, :subject, cast(:contract as uuid),
                    :currency, :gross, :fee, :net, :releasedAt, :recordedAt)
                on conflict do nothing
                """,
                earned.stream()
                        .map(row -> row.columns().addValue("recordedAt", recordedAt))
                        .toArray(SqlParameterSource[]::new));
    }

    /** The latest paid first. */
    List<Earnings> of(Party party, Place after, int limit) {
        return jdbc.sql(
                        """
                        select kind, subject_id, min(contract_id::text)::uuid as contract_id,
                            currency, sum(gross) as gross, sum(net) as net, count(*) as releases,
                            max(released_at) as released_at, max(recorded_at) as recorded_at
                        from earning
                        where party = :party and not recalled
                        group by kind, subject_id, currency
                        having (max(released_at), subject_id) < (:at, :subject)
                        order by max(released_at) desc, subject_id desc
                        limit :limit
                        """)
                .param("party", party.toString())
                .param("at", utc(after.at()))
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
                        where party = :party and not recalled
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
}
