package guildhall.payment.sandbox.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers webhooks, signed, until they are answered with success. A delivery is postponed before
 * it is tried, so that instances do not try it at the same time and a crash repeats it later.
 */
@WithSandbox
@Component
class SandboxCourier {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxCourier.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int MOST_TRIES = 50;
    private static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final WebhookAddress address;
    private final WebhookSigner signer;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    SandboxCourier(
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            WebhookAddress address,
            WebhookSigner signer) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.address = address;
        this.signer = signer;
    }

    private record Delivery(UUID id, UUID event, String type, String data) {}

    void deliverEverythingDue() {
        address.get().ifPresent(this::deliverEverythingDue);
    }

    private void deliverEverythingDue(URI url) {
        for (var delivery : takeDue()) {
            if (deliver(delivery, url)) {
                jdbc.sql("delete from sandbox_delivery where delivery_id = :id")
                        .param("id", delivery.id())
                        .update();
            }
        }
    }

    private List<Delivery> takeDue() {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        with due as (
                            select delivery_id, due_at from sandbox_delivery
                            where due_at <= :now and tries < :most
                            order by due_at
                            limit :batch
                            for update skip locked
                        ), taken as (
                            update sandbox_delivery delivery
                            set due_at = :next, tries = tries + 1
                            from due where delivery.delivery_id = due.delivery_id
                            returning delivery.*, due.due_at as was_due
                        )
                        select * from taken order by was_due, delivery_id
                        """)
                .param("now", utc(now))
                .param("next", utc(now.plus(RETRY_AFTER)))
                .param("most", MOST_TRIES)
                .param("batch", BATCH)
                .query((row, _) ->
                        new Delivery(
                                row.getObject("delivery_id", UUID.class),
                                row.getObject("event_id", UUID.class),
                                row.getString("type"),
                                row.getString("data")))
                .list();
    }

    private boolean deliver(Delivery delivery, URI url) {
        var body = body(delivery);
        var request =
                HttpRequest.newBuilder(url)
                        .timeout(Duration.ofSeconds(5))
                        .header("Content-Type", "application/json")
                        .header("Guildhall-Signature", signer.sign(body, clock.instant()))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.warn("Webhook {} was answered with {}", delivery.event(), status);
            }
            return status / 100 == 2;
        } catch (IOException e) {
            LOG.warn("Webhook {} was not delivered: {}", delivery.event(), e.toString());
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String body(Delivery delivery) {
        var event = new LinkedHashMap<String, Object>();
        event.put("id", "evt_" + delivery.event());
        event.put("type", delivery.type());
        event.put("data", json.readTree(delivery.data()));
        return json.writeValueAsString(event);
    }
}
