package guildhall.payment.sandbox.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

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
        record(chargeback, charge, amount, script);
        var nothing = Money.zero(amount.currency());
        twice(
                new Planned(
                        chargeback,
                        "chargeback.received",
                        data(chargeback, intent, amount, nothing),
                        script.after()));
        script.wonAfter()
                .ifPresent(after ->
                        twice(
                                new Planned(
                                        chargeback,
                                        "chargeback.won",
                                        data(chargeback, intent, amount, amount),
                                        after)));
    }

    private void record(String chargeback, String charge, Money amount, ChargebackScript script) {
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into sandbox_chargeback (chargeback_id, charge_id, currency, amount,
                            fee, booked_at, won_at)
                        values (:id, :charge, :currency, :amount, :fee, :at, :won)
                        """)
                .param("id", chargeback)
                .param("charge", charge)
                .param("currency", amount.currency().getCurrencyCode())
                .param("amount", amount.minorUnits())
                .param("fee", script.fee())
                .param("at", utc(now.plus(script.after())))
                .param("won", script.wonAfter().map(after -> utc(now.plus(after))).orElse(null))
                .update();
    }

    private static Map<String, Object> data(
            String chargeback, PaymentIntentId intent, Money amount, Money returned) {
        return Map.of(
                "chargebackId", chargeback,
                "reference", intent,
                "amount", amount,
                "returned", returned,
                "reason", "FRAUDULENT");
    }

    private void twice(Planned event) {
        events.plan(event);
        events.plan(event);
    }
}
