package guildhall.payment.sandbox.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.sandbox.SandboxScript;
import guildhall.payment.sandbox.SandboxScript.EventType;
import guildhall.payment.sandbox.adapter.SandboxEvents.Planned;
import guildhall.payment.topup.PaymentProvider;
import guildhall.payment.topup.ProviderCharge;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.ProviderCharge.Refused;
import guildhall.payment.topup.ProviderCharge.Underway;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides a charge when it is asked for, and plans the webhooks that will tell. */
@WithSandbox
@Component
class SandboxCharges implements PaymentProvider {
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
    public String submit(PaymentIntentId intent, Money amount) {
        var script = SandboxScript.of(amount, timing.properties().settlesAfter());
        var charge = "ch_" + intent.value().toString().replace("-", "");
        var isNew = ownTransaction.call(() -> record(charge, intent, amount, script));
        if (isNew && script.answerLost()) {
            throw new ProviderUnavailableException("The answer about " + charge + " was lost");
        }
        return charge;
    }

    private boolean record(
            String charge, PaymentIntentId intent, Money amount, SandboxScript script) {
        var now = timing.clock().instant();
        var inserted =
                jdbc.sql(
                                """
                                insert into sandbox_charge (charge_id, intent_id, currency,
                                    amount, decline_code, settles_at)
                                values (:charge, :intent, :currency, :amount, :decline, :at)
                                on conflict do nothing
                                """)
                        .param("charge", charge)
                        .param("intent", intent.value())
                        .param("currency", amount.currency().getCurrencyCode())
                        .param("amount", amount.minorUnits())
                        .param("decline", script.declineCode())
                        .param("at", utc(now.plus(script.settlesAfter())))
                        .update();
        if (inserted == 1) {
            plan(charge, intent, amount, script);
            chargebacks.plan(charge, intent, amount);
        }
        return inserted == 1;
    }

    private void plan(String charge, PaymentIntentId intent, Money amount, SandboxScript script) {
        var data = new LinkedHashMap<String, Object>();
        data.put("chargeId", charge);
        data.put("reference", intent);
        data.put("amount", amount);
        if (!script.declineCode().isEmpty()) {
            data.put("declineCode", script.declineCode());
        }
        for (var delivery : script.deliveries()) {
            events.plan(new Planned(charge, type(delivery.type(), script), data, delivery.after()));
        }
    }

    private static String type(EventType type, SandboxScript script) {
        return switch (type) {
            case PROCESSING -> "charge.processing";
            case FINAL -> script.declineCode().isEmpty() ? "charge.succeeded" : "charge.failed";
        };
    }

    @Override
    public Optional<ProviderCharge> query(PaymentIntentId intent) {
        return jdbc.sql("select * from sandbox_charge where intent_id = :intent")
                .param("intent", intent.value())
                .query((row, _) -> charge(row))
                .optional();
    }

    private ProviderCharge charge(ResultSet row) throws SQLException {
        var reference = row.getString("charge_id");
        var settlesAt = instant(row, "settles_at");
        if (timing.clock().instant().isBefore(settlesAt)) {
            return new Underway(reference);
        }
        var decline = row.getString("decline_code");
        return decline.isEmpty()
                ? new Captured(
                        reference, Money.of(row.getLong("amount"), row.getString("currency")))
                : new Refused(reference, decline);
    }
}
