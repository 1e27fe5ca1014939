package guildhall.payment.sandbox.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.runtime.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Plans the webhooks that {@link SandboxCourier} will deliver. */
@WithSandbox
@Component
class SandboxEvents {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    SandboxEvents(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * One delivery of an event. Deliveries with the same key are of the same event.
     *
     * @param key names the event among all events
     * @param data what the event is about
     */
    record Planned(String key, String type, Map<String, Object> data, Duration after) {}

    void plan(Planned planned) {
        jdbc.sql(
                        """
                        insert into sandbox_delivery (delivery_id, event_id, type, data, due_at)
                        values (:id, :event, :type, :data, :due)
                        """)
                .param("id", Ids.next())
                .param("event", eventId(planned))
                .param("type", planned.type())
                .param("data", json.writeValueAsString(planned.data()))
                .param("due", utc(clock.instant().plus(planned.after())))
                .update();
    }

    /** Events of this key that were planned and will not happen. */
    void withdraw(String key, String... types) {
        jdbc.sql("delete from sandbox_delivery where event_id = any(:events::uuid[])")
                .param(
                        "events",
                        Stream.of(types)
                                .map(type -> Ids.derived(key, type).toString())
                                .toArray(String[]::new))
                .update();
    }

    private static UUID eventId(Planned planned) {
        return Ids.derived(planned.key(), planned.type());
    }
}
