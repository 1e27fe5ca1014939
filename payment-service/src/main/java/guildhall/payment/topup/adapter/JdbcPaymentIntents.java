package guildhall.payment.topup.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.topup.Cancellation;
import guildhall.payment.topup.PaymentIntent;
import guildhall.payment.topup.PaymentIntent.Abandoned;
import guildhall.payment.topup.PaymentIntent.Absent;
import guildhall.payment.topup.PaymentIntent.ActionRequired;
import guildhall.payment.topup.PaymentIntent.Cancelled;
import guildhall.payment.topup.PaymentIntent.Created;
import guildhall.payment.topup.PaymentIntent.Declined;
import guildhall.payment.topup.PaymentIntent.Processing;
import guildhall.payment.topup.PaymentIntent.Requested;
import guildhall.payment.topup.PaymentIntent.Succeeded;
import guildhall.payment.topup.PaymentIntents;
import guildhall.payment.topup.PaymentStatus;
import guildhall.payment.topup.TopUp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPaymentIntents implements PaymentIntents {
    private final JdbcClient jdbc;

    JdbcPaymentIntents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public PaymentIntent find(PaymentIntentId id) {
        return read("select * from payment_intent where intent_id = :id", id);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public PaymentIntent lock(PaymentIntentId id) {
        return read("select * from payment_intent where intent_id = :id for update", id);
    }

    private PaymentIntent read(String sql, PaymentIntentId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, _) -> intent(row))
                .optional()
                .orElseGet(Absent::new);
    }

    private static PaymentIntent intent(ResultSet row) throws SQLException {
        var topUp = topUp(row);
        return switch (row.getString("status")) {
            case "CREATED" -> new Created(topUp);
            case "REQUIRES_ACTION" -> new ActionRequired(topUp, reference(row));
            case "PROCESSING" -> new Processing(topUp, reference(row));
            case "SUCCEEDED" -> new Succeeded(topUp, reference(row), instant(row, "decided_at"));
            case "FAILED" -> failed(topUp, row);
            case "CANCELLED" -> cancelled(topUp, row);
            default -> throw new IllegalStateException("Unknown status of " + topUp.id());
        };
    }

    /** Only an intent that the provider never got has no reference of the provider. */
    private static PaymentIntent failed(TopUp topUp, ResultSet row) throws SQLException {
        var at = instant(row, "decided_at");
        return row.getString("provider_ref") == null
                ? new Abandoned(topUp, at)
                : new Declined(topUp, reference(row), row.getString("failure"), at);
    }

    private static PaymentIntent cancelled(TopUp topUp, ResultSet row) throws SQLException {
        var by = Cancellation.valueOf(requireNonNull(row.getString("cancelled_by")));
        return new Cancelled(topUp, by, instant(row, "decided_at"));
    }

    private static TopUp topUp(ResultSet row) throws SQLException {
        var owner = row.getString("owner").split(":", 2);
        return new TopUp(
                new PaymentIntentId(row.getObject("intent_id", UUID.class)),
                new Side(
                        new Party(PartyType.valueOf(owner[0]), UUID.fromString(owner[1])),
                        new UserId(row.getObject("owner_user", UUID.class))),
                Money.of(row.getLong("amount"), row.getString("currency")),
                instant(row, "requested_at"));
    }

    private static String reference(ResultSet row) throws SQLException {
        return requireNonNull(row.getString("provider_ref"));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(PaymentIntent before, Requested after) {
        if (before instanceof Absent) {
            insert(after.topUp());
        }
        switch (after) {
            case Created _ -> {}
            case ActionRequired(_, var reference) ->
                    update(after, new Outcome(reference, null, null, null));
            case Processing(_, var reference) ->
                    update(after, new Outcome(reference, null, null, null));
            case Succeeded(_, var reference, var at) ->
                    update(after, new Outcome(reference, null, null, at));
            case Declined(_, var reference, var reason, var at) ->
                    update(after, new Outcome(reference, reason, null, at));
            case Abandoned(_, var at) ->
                    update(after, new Outcome(null, Abandoned.REASON, null, at));
            case Cancelled(_, var by, var at) -> update(after, new Outcome(null, null, by, at));
        }
    }

    private void insert(TopUp topUp) {
        jdbc.sql(
                        """
                        insert into payment_intent (intent_id, status, owner, owner_user,
                            currency, amount, requested_at)
                        values (:id, 'CREATED', :owner, :user, :currency, :amount, :at)
                        """)
                .param("id", topUp.id().value())
                .param("owner", topUp.owner().party().toString())
                .param("user", topUp.owner().user().value())
                .param("currency", topUp.amount().currency().getCurrencyCode())
                .param("amount", topUp.amount().minorUnits())
                .param("at", utc(topUp.requestedAt()))
                .update();
    }

    private record Outcome(
            @Nullable String reference,
            @Nullable String failure,
            @Nullable Cancellation cancelledBy,
            @Nullable Instant decidedAt) {}

    /** The reference of what was cancelled stays: a statement may still name it. */
    private void update(Requested intent, Outcome outcome) {
        jdbc.sql(
                        """
                        update payment_intent
                        set status = :status, failure = :failure, cancelled_by = :by,
                            provider_ref = coalesce(:reference, provider_ref),
                            decided_at = :at::timestamptz
                        where intent_id = :id
                        """)
                .param("id", intent.topUp().id().value())
                .param("status", PaymentStatus.of(intent).name())
                .param("by", outcome.cancelledBy() == null ? null : outcome.cancelledBy().name())
                .param("reference", outcome.reference())
                .param("failure", outcome.failure())
                .param("at", outcome.decidedAt() == null ? null : outcome.decidedAt().toString())
                .update();
    }
}
