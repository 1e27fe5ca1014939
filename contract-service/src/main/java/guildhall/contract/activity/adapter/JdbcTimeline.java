package guildhall.contract.activity.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.instant;

import guildhall.contract.activity.Activity;
import guildhall.contract.activity.ActivityView;
import guildhall.contract.activity.Actor;
import guildhall.contract.activity.Timeline;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.UserId;
import guildhall.runtime.message.Cause;
import guildhall.runtime.sql.AtCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The timeline in PostgreSQL. */
@Repository
class JdbcTimeline implements Timeline {
    private static final String USER = "user:";
    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;
    private final FactLog facts;
    private final AtCommit<Line> lines = new AtCommit<>(this::insert);

    JdbcTimeline(JdbcClient sql, JsonMapper json, FactLog facts) {
        this.sql = sql;
        this.json = json;
        this.facts = facts;
    }

    @Override
    public void append(Activity activity) {
        lines.add(new Line(activity, user(activity.actor()).orElse(null)));
        facts.onCommit(activity);
    }

    private record Line(Activity activity, @Nullable String user) {}

    private void insert(List<Line> lines) {
        sql.sql(
                        """
                        insert into activity (contract_id, at, actor, actor_user, action,
                            from_status, to_status, subject_type, subject_id, metadata)
                        select contract, at, actor, actor_user, action,
                            from_status, to_status, subject_type, subject_id, metadata
                        from unnest(:contracts::uuid[], :ats::timestamptz[], :actors,
                                :users::uuid[], :actions, :froms, :tos, :types, :subjects::uuid[],
                                :metadata::jsonb[])
                            with ordinality as line (contract, at, actor, actor_user, action,
                                from_status, to_status, subject_type, subject_id, metadata, nr)
                        order by nr
                        """)
                .param("contracts", texts(lines, line -> line.activity().contract()))
                .param("ats", texts(lines, line -> line.activity().at()))
                .param("actors", texts(lines, line -> line.activity().actor()))
                .param("users", texts(lines, Line::user))
                .param("actions", texts(lines, line -> line.activity().action()))
                .param("froms", texts(lines, line -> line.activity().change().from()))
                .param("tos", texts(lines, line -> line.activity().change().to()))
                .param("types", texts(lines, line -> line.activity().subject().type()))
                .param("subjects", texts(lines, line -> line.activity().subject().id()))
                .param("metadata", texts(lines, this::metadata))
                .update();
    }

    private String metadata(Line line) {
        return json.writeValueAsString(line.activity().metadata());
    }

    /** The person on whose behalf the present work is done, when a side of the contract acts. */
    private static Optional<String> user(Actor actor) {
        return actor == Actor.SYSTEM
                ? Optional.empty()
                : Cause.current()
                        .map(Cause::actor)
                        .filter(who -> who.startsWith(USER))
                        .map(who -> who.substring(USER.length()));
    }

    @Override
    public List<ActivityView> of(ContractId contract, long before, int rows) {
        return sql.sql(
                        """
                        select * from activity
                        where contract_id = :contract and position < :before
                        order by position desc limit :rows
                        """)
                .param("contract", contract.value())
                .param("before", before)
                .param("rows", rows)
                .query((row, _) -> view(row))
                .list();
    }

    private ActivityView view(ResultSet row) throws SQLException {
        var user = row.getObject("actor_user", UUID.class);
        return new ActivityView(
                row.getLong("position"),
                instant(row, "at"),
                Actor.valueOf(row.getString("actor")),
                user == null ? null : new UserId(user),
                row.getString("action"),
                new Activity.Change(row.getString("from_status"), row.getString("to_status")),
                new Activity.Subject(row.getString("subject_type"), row.getString("subject_id")),
                json.readValue(row.getString("metadata"), METADATA));
    }
}
