package guildhall.payment.sandbox.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.money.Money;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.refund.RefundProvider;
import guildhall.payment.refund.RefundReport;
import guildhall.payment.refund.RefundReport.RefundRefused;
import guildhall.payment.refund.RefundReport.RefundSent;
import guildhall.payment.refund.RefundReport.RefundUnderway;
import guildhall.payment.sandbox.SandboxScript;
import guildhall.payment.sandbox.SandboxScript.EventType;
import guildhall.payment.sandbox.adapter.SandboxEvents.Planned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides a refund when it is asked for, and plans the webhooks that will tell. */
@WithSandbox
@Component
class SandboxRefunds implements RefundProvider {
    private final JdbcClient jdbc;
    private final SandboxEvents events;
    private final SandboxTransaction ownTransaction;
    private final Clock clock;
    private final SandboxProperties properties;

    SandboxRefunds(
            JdbcClient jdbc,
            SandboxEvents events,
            SandboxTransaction ownTransaction,
            Clock clock,
            SandboxProperties properties) {
        this.jdbc = jdbc;
        this.events = events;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public String provider() {
        return SandboxConfiguration.PROVIDER;
    }

    @Override
    public String submit(CardRefundId refund, Charge charge, Money amount) {
        var id = "re_" + refund.toString().replace("-", "");
        var script = SandboxScript.ofRefund(amount, properties.settlesAfter());
        var isNew =
                ownTransaction.call(() -> {
                    var inserted = insert(id, refund, charge, amount, script) == 1;
                    if (inserted) {
                        plan(id, refund, amount, script);
                    }
                    return inserted;
                });
        if (isNew && script.answerLost()) {
            throw new ProviderUnavailableException("The answer about " + id + " was lost");
        }
        return id;
    }

    private int insert(
            String id, CardRefundId refund, Charge charge, Money amount, SandboxScript script) {
        return jdbc.sql(
                        """
                        insert into sandbox_refund (refund_id, reference, charge_id, currency,
                            amount, failure, settles_at)
                        values (:id, :reference, :charge, :currency, :amount, :failure, :at)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("reference", refund.value())
                .param("charge", charge.reference())
                .param("currency", amount.currency().getCurrencyCode())
                .param("amount", amount.minorUnits())
                .param("failure", script.declineCode())
                .param("at", utc(clock.instant().plus(script.settlesAfter())))
                .update();
    }

    private void plan(String id, CardRefundId refund, Money amount, SandboxScript script) {
        var data = new LinkedHashMap<String, Object>();
        data.put("refundId", id);
        data.put("reference", refund);
        data.put("amount", amount);
        if (!script.declineCode().isEmpty()) {
            data.put("failureCode", script.declineCode());
        }
        for (var delivery : script.deliveries()) {
            events.plan(new Planned(id, type(delivery.type(), script), data, delivery.after()));
        }
    }

    private static String type(EventType type, SandboxScript script) {
        return switch (type) {
            case PROCESSING -> "refund.processing";
            case FINAL -> script.declineCode().isEmpty() ? "refund.succeeded" : "refund.failed";
        };
    }

    @Override
    public Optional<RefundReport> query(CardRefundId refund) {
        return jdbc.sql("select * from sandbox_refund where reference = :refund")
                .param("refund", refund.value())
                .query((row, _) -> report(row, refund))
                .optional();
    }

    private RefundReport report(ResultSet row, CardRefundId refund) throws SQLException {
        var settlesAt = instant(row, "settles_at");
        if (clock.instant().isBefore(settlesAt)) {
            return new RefundUnderway(refund);
        }
        var failure = row.getString("failure");
        return failure.isEmpty()
                ? new RefundSent(
                        refund,
                        row.getString("refund_id"),
                        Money.of(row.getLong("amount"), row.getString("currency")))
                : new RefundRefused(refund, failure);
    }
}
