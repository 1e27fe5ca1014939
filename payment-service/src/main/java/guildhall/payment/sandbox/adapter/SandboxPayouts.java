package guildhall.payment.sandbox.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.payment.payout.PayoutProvider;
import guildhall.payment.payout.PayoutReport;
import guildhall.payment.payout.PayoutReport.PayoutPaid;
import guildhall.payment.payout.PayoutReport.PayoutRefused;
import guildhall.payment.payout.PayoutReport.PayoutUnderway;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.sandbox.SandboxScript;
import guildhall.payment.sandbox.SandboxScript.EventType;
import guildhall.payment.sandbox.adapter.SandboxEvents.Planned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides a payout when it is asked for, and plans the webhooks that will tell. */
@WithSandbox
@Component
class SandboxPayouts implements PayoutProvider {
    private final JdbcClient jdbc;
    private final SandboxEvents events;
    private final SandboxTransaction ownTransaction;
    private final Clock clock;
    private final SandboxProperties properties;

    SandboxPayouts(
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
    public String submit(Transfer transfer) {
        var id =
                "tr_%s_%d"
                        .formatted(
                                transfer.payout().toString().replace("-", ""), transfer.attempt());
        var script =
                SandboxScript.ofPayout(
                        transfer.amount(), transfer.attempt(), properties.settlesAfter());
        var isNew = ownTransaction.call(() -> record(id, transfer, script));
        if (isNew && script.answerLost()) {
            throw new ProviderUnavailableException("The answer about " + id + " was lost");
        }
        return id;
    }

    private boolean record(String id, Transfer transfer, SandboxScript script) {
        var inserted =
                jdbc.sql(
                                """
                                insert into sandbox_payout (transfer_id, reference, attempt,
                                    external_account, currency, amount, failure, settles_at)
                                values (:id, :reference, :attempt, :account, :currency, :amount,
                                    :failure, :at)
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("reference", transfer.payout().value())
                        .param("attempt", transfer.attempt())
                        .param("account", transfer.externalAccount())
                        .param("currency", transfer.amount().currency().getCurrencyCode())
                        .param("amount", transfer.amount().minorUnits())
                        .param("failure", script.declineCode())
                        .param("at", utc(clock.instant().plus(script.settlesAfter())))
                        .update();
        if (inserted == 1) {
            var data = data(id, transfer, script);
            script.deliveries()
                    .forEach(delivery ->
                            events.plan(
                                    new Planned(
                                            id,
                                            type(delivery.type(), script),
                                            data,
                                            delivery.after())));
        }
        return inserted == 1;
    }

    private static Map<String, Object> data(String id, Transfer transfer, SandboxScript script) {
        var data = new LinkedHashMap<String, Object>();
        data.put("transferId", id);
        data.put("reference", transfer.payout());
        data.put("attempt", transfer.attempt());
        data.put("amount", transfer.amount());
        if (!script.declineCode().isEmpty()) {
            data.put("failureCode", script.declineCode());
        }
        return data;
    }

    private static String type(EventType type, SandboxScript script) {
        return switch (type) {
            case PROCESSING -> "payout.processing";
            case FINAL -> script.declineCode().isEmpty() ? "payout.paid" : "payout.failed";
        };
    }

    @Override
    public Optional<PayoutReport> query(PayoutId payout, int attempt) {
        return jdbc.sql(
                        """
                        select * from sandbox_payout
                        where reference = :payout and attempt = :attempt
                        """)
                .param("payout", payout.value())
                .param("attempt", attempt)
                .query((row, _) -> report(row, payout, attempt))
                .optional();
    }

    private PayoutReport report(ResultSet row, PayoutId payout, int attempt) throws SQLException {
        var settlesAt = instant(row, "settles_at");
        if (clock.instant().isBefore(settlesAt)) {
            return new PayoutUnderway(payout, attempt);
        }
        var failure = row.getString("failure");
        return failure.isEmpty()
                ? new PayoutPaid(
                        payout,
                        attempt,
                        row.getString("transfer_id"),
                        Money.of(row.getLong("amount"), row.getString("currency")))
                : new PayoutRefused(payout, attempt, failure, PayoutData.kind(failure));
    }
}
