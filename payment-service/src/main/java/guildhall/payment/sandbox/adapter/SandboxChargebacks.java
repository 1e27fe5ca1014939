package guildhall.payment.sandbox.adapter;

import static guildhall.payment.sandbox.adapter.SandboxEvents.utc;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.sandbox.ChargebackScript;
import guildhall.payment.sandbox.adapter.SandboxEvents.Planned;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plays the bank of a customer who disputes a charge. */
@WithSandbox
@Component
class SandboxChargebacks {
    private final JdbcClient jdbc;
    private final SandboxEvents events;
    private final Clock clock;
    private final SandboxProperties properties;

    SandboxChargebacks(
            JdbcClient jdbc, SandboxEvents events, Clock clock, SandboxProperties properties) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    /** In the transaction that records the charge. */
    void plan(String charge, PaymentIntentId intent, Money amount) {
        ChargebackScript.of(amount, properties.settlesAfter())
                .ifPresent(script -> plan(charge, intent, amount, script));
    }

    private void plan(
            String charge, PaymentIntentId intent, Money amount, ChargebackScript script) {
        var chargeback = "cb_" + charge;
        jdbc.sql(
                        """
                        insert into sandbox_chargeback (chargeback_id, charge_id, currency, amount,
                            fee, booked_at)
                        values (:id, :charge, :currency, :amount, :fee, :at)
                        """)
                .param("id", chargeback)
                .param("charge", charge)
                .param("currency", amount.currency().getCurrencyCode())
                .param("amount", amount.minorUnits())
                .param("fee", script.fee())
                .param("at", utc(clock.instant().plus(script.after())))
                .update();
        var data =
                Map.<String, Object>of(
                        "chargebackId", chargeback,
                        "reference", intent,
                        "amount", amount,
                        "reason", "FRAUDULENT");
        var received = new Planned(chargeback, "chargeback.received", data, script.after());
        events.plan(received);
        events.plan(received);
        if (script.fee() > 0) {
            planFee(chargeback, intent, amount, script);
        }
    }

    private void planFee(
            String chargeback, PaymentIntentId intent, Money amount, ChargebackScript script) {
        var fee = "fee_" + chargeback;
        var data =
                Map.<String, Object>of(
                        "feeId", fee,
                        "reference", intent,
                        "amount", new Money(script.fee(), amount.currency()));
        events.plan(new Planned(fee, "fee.charged", data, script.after()));
    }
}
