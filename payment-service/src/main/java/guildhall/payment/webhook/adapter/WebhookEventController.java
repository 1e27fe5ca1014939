package guildhall.payment.webhook.adapter;

import static guildhall.runtime.sql.SqlTime.instant;

import guildhall.payment.webhook.WebhookOutcome;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what providers told us. The body stays in the database: it may name people. */
@RestController
@RequestMapping("/v1/webhook-events")
@StaffOnly({"FINANCE_OPS", "SUPPORT_AGENT", "ADMIN"})
@Tag(name = "Webhooks")
class WebhookEventController {
    private final JdbcClient jdbc;

    WebhookEventController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping
    @Operation(
            summary = "Events that providers sent, newest first",
            description = "By default only those that people should look at.")
    Page<WebhookEventView> list(
            @Parameter(description = "Whether to show also those that had nothing wrong")
                    @RequestParam(defaultValue = "false")
                    boolean all,
            Paging paging) {
        var rows =
                jdbc.sql(
                                """
                                select event_no, provider, event_id, type, subject_id, outcome,
                                    received_at
                                from webhook_event
                                where event_no < :before
                                    and (:all or outcome not in ('APPLIED', 'KNOWN'))
                                order by event_no desc
                                limit :limit
                                """)
                        .param("before", paging.beforeNumber())
                        .param("all", all)
                        .param("limit", paging.rows())
                        .query((row, _) ->
                                new WebhookEventView(
                                        Long.toString(row.getLong("event_no")),
                                        row.getString("provider"),
                                        row.getString("event_id"),
                                        row.getString("type"),
                                        row.getObject("subject_id", UUID.class),
                                        WebhookOutcome.valueOf(row.getString("outcome")),
                                        instant(row, "received_at")))
                        .list();
        return Page.of(rows, paging.limit(), WebhookEventView::number);
    }

    record WebhookEventView(
            String number,
            @Schema(example = "sandbox") String provider,
            @Schema(description = "The provider's id of it") String eventId,
            String type,
            @Schema(description = "Our id of what it is about") UUID subject,
            WebhookOutcome outcome,
            Instant receivedAt) {}
}
