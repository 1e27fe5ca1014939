package guildhall.payment.sandbox.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.instantOrNull;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.payment.payout.PayoutProvider;
import guildhall.payment.payout.PayoutReport;
import guildhall.payment.payout.PayoutReport.PayoutPaid;
import guildhall.payment.payout.PayoutReport.PayoutRefused;
import guildhall.payment.payout.PayoutReport.PayoutSentBack;
import guildhall.payment.payout.PayoutReport.PayoutUnderway;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.sandbox.ReturnScript;
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
    private static final String RETURN_CODE = "NO_SUCH_ACCOUNT";

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
        var now = clock.instant();
        var sentBack = ReturnScript.of(transfer.amount(), properties.settlesAfter());
        var inserted =
                jdbc.sql(
                                """
                                insert into sandbox_payout (transfer_id, reference, attempt,
                                    external_account, currency, amount, failure, settles_at,
                                    returned_at)
                                values (:id, :reference, :attempt, :account, :currency, :amount,
                                    :failure, :at, :returned)
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("reference", transfer.payout().value())
                        .param("attempt", transfer.attempt())
                        .param("account", transfer.externalAccount())
                        .param("currency", transfer.amount().currency().getCurrencyCode())
                        .param("amount", transfer.amount().minorUnits())
                        .param("failure", script.declineCode())
                        .param("at", utc(now.plus(script.settlesAfter())))
                        .param(
                                "returned",
                                sentBack.map(back -> utc(now.plus(back.after()))).orElse(null))
                        .update();
        if (inserted == 1) {
            plan(id, transfer, script);
            sentBack.ifPresent(back -> plan(id, transfer, back));
        }
        return inserted == 1;
    }

    private void plan(String id, Transfer transfer, SandboxScript script) {
        var data = data(id, transfer, script.declineCode());
        script.deliveries()
                .forEach(delivery ->
                        events.plan(
                                new Planned(
                                        id,
                                        type(delivery.type(), script),
                                        data,
                                        delivery.after())));
    }

    private void plan(String id, Transfer transfer, ReturnScript back) {
        var data = data(id, transfer, RETURN_CODE);
        events.plan(new Planned(id, "payout.returned", data, back.after()));
        events.plan(new Planned(id, "payout.returned", data, back.after().multipliedBy(2)));
    }

    private static Map<String, Object> data(String id, Transfer transfer, String failureCode) {
        var data = new LinkedHashMap<String, Object>();
        data.put("transferId", id);
        data.put("reference", transfer.payout());
        data.put("attempt", transfer.attempt());
        data.put("amount", transfer.amount());
        if (!failureCode.isEmpty()) {
            data.put("failureCode", failureCode);
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
        if (!failure.isEmpty()) {
            return new PayoutRefused(payout, attempt, failure, PayoutData.kind(failure));
        }
        var id = row.getString("transfer_id");
        var net = Money.of(row.getLong("amount"), row.getString("currency"));
        var returnedAt = instantOrNull(row, "returned_at");
        return returnedAt == null || clock.instant().isBefore(returnedAt)
                ? new PayoutPaid(payout, attempt, id, net)
                : new PayoutSentBack(payout, attempt, id, net, RETURN_CODE);
    }
}
