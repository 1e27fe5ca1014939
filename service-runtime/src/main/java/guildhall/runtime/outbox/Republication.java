package guildhall.runtime.outbox;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.runtime.message.MessageJson;
import guildhall.runtime.message.MessagePublisher;
import guildhall.runtime.message.MessagePublishers;
import guildhall.runtime.message.OutgoingMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the table in pages, because a day of messages may not fit into memory. */
final class Republication implements Republish {
    private static final int PAGE = 1000;

    /** Ordered by time of writing; ids break ties, so that a page knows where the next begins. */
    private static final String READ =
            """
            select id::text, topic, key, headers, body, written_at
            from outbox
            where (written_at, id) > (?, ?::uuid) and written_at < ?
              and (cardinality(?::text[]) = 0 or type = any (?::text[]))
            order by written_at, id
            limit ?
            """;

    private static final String BEFORE_ALL_IDS = "00000000-0000-0000-0000-000000000000";

    private final JdbcTemplate jdbc;
    private final MessagePublishers publishers;

    Republication(JdbcTemplate jdbc, MessagePublishers publishers) {
        this.jdbc = jdbc;
        this.publishers = publishers;
    }

    @Override
    public long publish(RepublishRange range) {
        try (var publisher =
                publishers.open("republish", () -> Thread.currentThread().isInterrupted())) {
            return publish(publisher, range, _ -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before everything was published", e);
        }
    }

    /**
     * @param progress told up to when everything in the range was published, again and again
     */
    long publish(MessagePublisher publisher, RepublishRange range, Consumer<Instant> progress)
            throws InterruptedException {
        long count = 0;
        var position = new Position(range.from(), BEFORE_ALL_IDS);
        while (true) {
            var page = read(range, position);
            publisher.publish(page.stream().map(Row::message).toList());
            count += page.size();
            if (!page.isEmpty()) {
                progress.accept(page.getLast().position().writtenAt());
            }
            if (page.size() < PAGE) {
                return count;
            }
            position = page.getLast().position();
        }
    }

    private List<Row> read(RepublishRange range, Position after) {
        var types = range.types().toArray(String[]::new);
        return jdbc.query(
                connection -> {
                    var read = connection.prepareStatement(READ);
                    read.setObject(1, utc(after.writtenAt()));
                    read.setString(2, after.id());
                    read.setObject(3, utc(range.until()));
                    read.setArray(4, connection.createArrayOf("text", types));
                    read.setArray(5, connection.createArrayOf("text", types));
                    read.setInt(6, PAGE);
                    return read;
                },
                (row, _) -> row(row));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Position(instant(row, "written_at"), row.getString("id")),
                new OutgoingMessage(
                        row.getString("topic"),
                        row.getString("key"),
                        MessageJson.readHeaders(row.getString("headers")),
                        row.getString("body")));
    }

    private record Position(Instant writtenAt, String id) {}

    private record Row(Position position, OutgoingMessage message) {}
}
