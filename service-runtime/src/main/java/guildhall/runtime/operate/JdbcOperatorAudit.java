package guildhall.runtime.operate;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.messages.id.UserId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit in PostgreSQL, where the application may insert and read but not change. */
final class JdbcOperatorAudit implements OperatorAudit {
    private final JdbcClient jdbc;

    JdbcOperatorAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void append(AuditEntry entry) {
        jdbc.sql(
                        """
                        insert into operator_audit
                            (id, at, operator_id, roles, act, target, reason, correlation_id)
                        values
                            (:id, :at, :operator, :roles, :act, :target, :reason, :correlationId)
                        """)
                .param("id", entry.id())
                .param("at", utc(entry.at()))
                .param("operator", entry.operator().value())
                .param("roles", entry.roles().stream().sorted().collect(Collectors.joining(" ")))
                .param("act", entry.act())
                .param("target", entry.target())
                .param("reason", entry.reason())
                .param("correlationId", entry.correlationId())
                .update();
    }

    /** Ids are ordered by time. */
    @Override
    public List<AuditEntry> list(@Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select * from operator_audit
                        where cast(:after as uuid) is null or id < cast(:after as uuid)
                        order by id desc
                        limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) ->
                        new AuditEntry(
                                row.getObject("id", UUID.class),
                                instant(row, "at"),
                                new UserId(row.getObject("operator_id", UUID.class)),
                                Set.of(row.getString("roles").split(" ")),
                                row.getString("act"),
                                row.getString("target"),
                                row.getString("reason"),
                                row.getString("correlation_id")))
                .list();
    }
}
