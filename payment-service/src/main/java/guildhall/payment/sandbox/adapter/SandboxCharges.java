package guildhall.payment.sandbox.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.sandbox.PayerScript;
import guildhall.payment.sandbox.PayerScript.Answer;
import guildhall.payment.sandbox.SandboxScript;
import guildhall.payment.sandbox.SandboxScript.EventType;
import guildhall.payment.sandbox.adapter.SandboxEvents.Planned;
import guildhall.payment.topup.Cancellation;
import guildhall.payment.topup.PaymentProvider;
import guildhall.payment.topup.ProviderCharge;
import guildhall.payment.topup.ProviderCharge.AwaitsPayer;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.ProviderCharge.Ended;
import guildhall.payment.topup.ProviderCharge.Refused;
import guildhall.payment.topup.ProviderCharge.Underway;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides a charge when it is asked for, and plans the webhooks that will tell. */
@WithSandbox
@Component
class SandboxCharges implements PaymentProvider {
    private static final String PROCESSING = "charge.processing";
    private static final String SUCCEEDED = "charge.succeeded";
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final JdbcClient jdbc;
    private final SandboxEvents events;
    private final SandboxChargebacks chargebacks;
    private final SandboxTransaction ownTransaction;
    private final Timing timing;

    /** When charges settle. */
    @WithSandbox
    @Component
    record Timing(Clock clock, SandboxProperties properties) {}

    SandboxCharges(
            JdbcClient jdbc,
            SandboxEvents events,
            SandboxChargebacks chargebacks,
            SandboxTransaction ownTransaction,
            Timing timing) {
        this.jdbc = jdbc;
        this.events = events;
        this.chargebacks = chargebacks;
        this.ownTransaction = ownTransaction;
        this.timing = timing;
    }

    @Override
    public ProviderCharge submit(PaymentIntentId intent, Money amount) {
        var settlesAfter = timing.properties().settlesAfter();
        var request =
                new Request(
                        "ch_" + intent.value().toString().replace("-", ""),
                        intent,
                        amount,
                        SandboxScript.of(amount, settlesAfter),
                        PayerScript.of(amount, settlesAfter));
        var isNew = ownTransaction.call(() -> record(request));
        if (isNew && request.script().answerLost()) {
            throw new ProviderUnavailableException(
                    "The answer about " + request.charge() + " was lost");
        }
        return query(intent).orElseThrow();
    }

    /**
     * @param charge the sandbox's own id of it
     */
    private record Request(
            String charge,
            PaymentIntentId intent,
            Money amount,
            SandboxScript script,
            Optional<PayerScript> payer) {
        /** When it is captured or declined, unless it is cancelled before. */
        Duration settlesAfter() {
            return switch (payer.map(PayerScript::answer).orElse(Answer.PROVES)) {
                case PROVES -> asked().plus(script.settlesAfter());
                case REFUSES, IS_GONE -> NEVER;
            };
        }

        /** How long the payer takes. */
        Duration asked() {
            return payer.map(PayerScript::after).orElse(Duration.ZERO);
        }
    }

    private boolean record(Request request) {
        var now = timing.clock().instant();
        var payer = request.payer();
        var inserted =
                jdbc.sql(
                                """
                                insert into sandbox_charge (charge_id, intent_id, currency,
                                    amount, decline_code, settles_at, payer_answer,
                                    payer_answers_at)
                                values (:charge, :intent, :currency, :amount, :decline, :at,
                                    :answer, :answersAt)
                                on conflict do nothing
                                """)
                        .param("charge", request.charge())
                        .param("intent", request.intent().value())
                        .param("currency", request.amount().currency().getCurrencyCode())
                        .param("amount", request.amount().minorUnits())
                        .param("decline", request.script().declineCode())
                        .param("at", utc(now.plus(request.settlesAfter())))
                        .param("answer", payer.map(script -> script.answer().name()).orElse(null))
                        .param(
                                "answersAt",
                                payer.map(script -> utc(now.plus(script.after()))).orElse(null))
                        .update();
        if (inserted == 1) {
            plan(request);
            chargebacks.plan(request.charge(), request.intent(), request.amount());
        }
        return inserted == 1;
    }

    private void plan(Request request) {
        request.payer().ifPresent(_ -> plan(request, "charge.requires_action", Duration.ZERO));
        switch (request.payer().map(PayerScript::answer).orElse(Answer.PROVES)) {
            case PROVES ->
                    request.script()
                            .deliveries()
                            .forEach(delivery ->
                                    plan(
                                            request,
                                            type(delivery.type(), request.script()),
                                            request.asked().plus(delivery.after())));
            case REFUSES ->
                    planCancelled(
                            request.charge(),
                            data(request.charge(), request.intent(), request.amount()),
                            Cancellation.PAYER,
                            request.asked());
            case IS_GONE -> {}
        }
    }

    private void plan(Request request, String type, Duration after) {
        var data = data(request.charge(), request.intent(), request.amount());
        if (!request.script().declineCode().isEmpty()) {
            data.put("declineCode", request.script().declineCode());
        }
        events.plan(new Planned(request.charge(), type, data, after));
    }

    private static Map<String, Object> data(String charge, PaymentIntentId intent, Money amount) {
        var data = new LinkedHashMap<String, Object>();
        data.put("chargeId", charge);
        data.put("reference", intent);
        data.put("amount", amount);
        return data;
    }

    private static String type(EventType type, SandboxScript script) {
        return switch (type) {
            case PROCESSING -> PROCESSING;
            case FINAL -> script.declineCode().isEmpty() ? SUCCEEDED : "charge.failed";
        };
    }

    private void planCancelled(
            String charge, Map<String, Object> data, Cancellation by, Duration after) {
        data.put("cancelledBy", by);
        var event = new Planned(charge, "charge.cancelled", data, after);
        events.plan(event);
        events.plan(event);
    }

    @Override
    public Optional<ProviderCharge> query(PaymentIntentId intent) {
        return jdbc.sql("select * from sandbox_charge where intent_id = :intent")
                .param("intent", intent.value())
                .query((row, _) -> charge(row))
                .optional();
    }

    @Override
    public Optional<ProviderCharge> cancel(PaymentIntentId intent, Cancellation by) {
        return ownTransaction.call(() -> cancelUnderLock(intent, by));
    }

    private Optional<ProviderCharge> cancelUnderLock(PaymentIntentId intent, Cancellation by) {
        record Locked(ProviderCharge charge, Money amount) {}
        return jdbc.sql("select * from sandbox_charge where intent_id = :intent for update")
                .param("intent", intent.value())
                .query((row, _) -> new Locked(charge(row), amount(row)))
                .optional()
                .map(found ->
                        found.charge() instanceof AwaitsPayer(var reference)
                                ? end(reference, intent, found.amount(), by)
                                : found.charge());
    }

    /** What would have happened is not told any more. */
    private ProviderCharge end(
            String charge, PaymentIntentId intent, Money amount, Cancellation by) {
        jdbc.sql("update sandbox_charge set cancelled_by = :by where charge_id = :charge")
                .param("by", by.name())
                .param("charge", charge)
                .update();
        events.withdraw(charge, PROCESSING, SUCCEEDED, "charge.cancelled");
        planCancelled(charge, data(charge, intent, amount), by, Duration.ZERO);
        return new Ended(charge, by);
    }

    @Override
    public Optional<Confirmation> confirmation(PaymentIntentId intent) {
        return query(intent)
                .filter(AwaitsPayer.class::isInstance)
                .map(charge ->
                        new Confirmation(
                                SandboxConfiguration.PROVIDER,
                                "sandbox_secret_" + charge.reference()));
    }

    private ProviderCharge charge(ResultSet row) throws SQLException {
        var reference = row.getString("charge_id");
        var now = timing.clock().instant();
        var cancelledBy = row.getString("cancelled_by");
        if (cancelledBy != null) {
            return new Ended(reference, Cancellation.valueOf(cancelledBy));
        }
        var answer = row.getString("payer_answer");
        if (answer != null && now.isBefore(instant(row, "payer_answers_at"))) {
            return new AwaitsPayer(reference);
        }
        if (Answer.REFUSES.name().equals(answer)) {
            return new Ended(reference, Cancellation.PAYER);
        }
        if (now.isBefore(instant(row, "settles_at"))) {
            return new Underway(reference);
        }
        var decline = row.getString("decline_code");
        return decline.isEmpty()
                ? new Captured(reference, amount(row))
                : new Refused(reference, decline);
    }

    private static Money amount(ResultSet row) throws SQLException {
        return Money.of(row.getLong("amount"), row.getString("currency"));
    }
}
