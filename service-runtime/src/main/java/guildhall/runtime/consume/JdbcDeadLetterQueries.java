package guildhall.runtime.consume;

import static java.util.Objects.requireNonNullElse;

import guildhall.runtime.message.MessageJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads dead letters for operators. */
final class JdbcDeadLetterQueries {
    private final JdbcClient jdbc;

    JdbcDeadLetterQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids are ordered by time, so they are the cursor. */
    DeadLetters.Slice list(DeadLetters.Query query) {
        var states = query.states().isEmpty() ? Set.of(DeadLetter.State.values()) : query.states();
        var letters =
                jdbc.sql(
                                """
                                select * from dead_letter
                                where state in (:states)
                                  and (:consumer::text is null or consumer = :consumer)
                                  and (:key::text is null or key = :key)
                                  and (:after::uuid is null or id < :after)
                                order by id desc
                                limit :limit
                                """)
                        .param("states", states.stream().map(Enum::name).toList())
                        .param("consumer", query.consumer())
                        .param("key", query.key())
                        .param("after", query.after())
                        .param("limit", query.limit() + 1)
                        .query((row, _) -> letter(row))
                        .list();
        return DeadLetters.Slice.of(letters, query.limit());
    }

    Optional<DeadLetter> find(UUID id) {
        return jdbc.sql("select * from dead_letter where id = :id")
                .param("id", id)
                .query((row, _) -> letter(row))
                .optional();
    }

    Optional<DeadLetter> blocking(String consumer, String key) {
        return jdbc.sql(
                        """
                        select * from dead_letter
                        where consumer = :consumer and key = :key and state = 'DEAD'
                        order by position limit 1
                        """)
                .param("consumer", consumer)
                .param("key", key)
                .query((row, _) -> letter(row))
                .optional();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                row.getObject("message_id", UUID.class),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("key"),
                row.getString("type"),
                MessageJson.readHeaders(row.getString("headers")),
                row.getString("body"),
                failure(row),
                row.getTimestamp("at").toInstant(),
                DeadLetter.State.valueOf(row.getString("state")),
                row.getInt("attempts"));
    }

    private static DeadLetter.@Nullable Failure failure(ResultSet row) throws SQLException {
        var errorClass = row.getString("error_class");
        return errorClass == null
                ? null
                : new DeadLetter.Failure(
                        errorClass,
                        requireNonNullElse(row.getString("error_message"), ""),
                        requireNonNullElse(row.getString("error_stack"), ""));
    }
}
