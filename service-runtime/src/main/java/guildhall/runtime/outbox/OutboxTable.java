package guildhall.runtime.outbox;

import guildhall.runtime.message.MessageJson;
import guildhall.runtime.message.StampedMessage;
import java.sql.Array;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code outbox} as the application sees it: it can append and read. */
final class OutboxTable {
    private static final String INSERT =
            """
            insert into outbox (id, topic, key, type, headers, body)
            select id::uuid, topic, key, type, headers, body
            from unnest(?, ?, ?, ?, ?, ?) with ordinality
                as message (id, topic, key, type, headers, body, position)
            order by position
            """;

    private final JdbcTemplate jdbc;

    OutboxTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One round trip, however many there are. Their order is that of the write-ahead log. */
    void insert(List<StampedMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        jdbc.update(connection -> {
            var insert = connection.prepareStatement(INSERT);
            List<Function<StampedMessage, String>> columns =
                    List.of(
                            message -> message.id().toString(),
                            StampedMessage::topic,
                            StampedMessage::key,
                            StampedMessage::type,
                            message -> MessageJson.writeHeaders(message.headers()),
                            StampedMessage::body);
            int parameter = 1;
            for (var column : columns) {
                Array values =
                        connection.createArrayOf("text", messages.stream().map(column).toArray());
                insert.setArray(parameter++, values);
            }
            return insert;
        });
    }

    /** Creates coming partitions and drops those beyond retention. */
    void maintain(int daysAhead, Duration retention) {
        jdbc.query(
                "select outbox_maintain(?, ? * interval '1 second')",
                _ -> {},
                daysAhead,
                retention.toSeconds());
    }
}
