package guildhall.job.search.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.instantOrNull;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.job.posting.Budget;
import guildhall.job.posting.JobKind;
import guildhall.job.posting.Level;
import guildhall.job.search.JobHit;
import guildhall.job.search.JobHit.Mark;
import guildhall.job.search.JobQuery;
import guildhall.job.search.JobSearch;
import guildhall.messages.id.JobId;
import guildhall.messages.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Only the conditions that were asked for go into the statement, so each gets its own plan. */
@Repository
class JdbcJobSearch implements JobSearch {
    private final JdbcClient db;

    JdbcJobSearch(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<JobHit> find(JobQuery query, Optional<Mark> behind, int limit) {
        var parameters = new HashMap<String, Object>();
        var ranked = ranked(query, parameters);
        var place = "";
        if (behind.isPresent()) {
            var mark = behind.get();
            parameters.put("rank", mark.rank());
            parameters.put("at", utc(mark.publishedAt()));
            parameters.put("id", mark.id().value());
            place = " where (rank, published_at, job_id) < (:rank, :at, :id)";
        }
        parameters.put("limit", limit);
        return db.sql(
                        "select * from ("
                                + ranked
                                + ") ranked"
                                + place
                                + " order by rank desc, published_at desc, job_id desc limit :limit")
                .params(parameters)
                .query(JdbcJobSearch::hit)
                .list();
    }

    private static String ranked(JobQuery query, Map<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        var rank = "0::real";
        if (query.words().isPresent()) {
            parameters.put("words", query.words().get());
            rank = "ts_rank(document, websearch_to_tsquery('english', :words))";
            conditions.add("document @@ websearch_to_tsquery('english', :words)");
        }
        query.category().ifPresent(category -> parameters.put("category", category));
        query.category().ifPresent(_ -> conditions.add("category = :category"));
        if (!query.skills().isEmpty()) {
            parameters.put("skills", query.skills().toArray(String[]::new));
            conditions.add("skills @> :skills::text[]");
        }
        query.kind().ifPresent(kind -> parameters.put("kind", kind.name()));
        query.kind().ifPresent(_ -> conditions.add("kind = :kind"));
        query.level().ifPresent(level -> parameters.put("level", level.name()));
        query.level().ifPresent(_ -> conditions.add("level = :level"));
        query.remote().ifPresent(remote -> parameters.put("remote", remote));
        query.remote().ifPresent(_ -> conditions.add("remote = :remote"));
        query.budget()
                .ifPresent(range -> {
                    parameters.put("min", range.min());
                    parameters.put("max", range.max());
                    parameters.put("currency", range.currency());
                    conditions.add("currency = :currency");
                    conditions.add("budget_max >= :min and budget_min <= :max");
                });
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return "select *, " + rank + " as rank from job_search" + where;
    }

    private static JobHit hit(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new JobHit(
                new JobId(row.getObject("job_id", UUID.class)),
                row.getString("title"),
                row.getString("description"),
                row.getString("category"),
                JobKind.valueOf(row.getString("kind")),
                Level.valueOf(row.getString("level")),
                List.of((String[]) row.getArray("skills").getArray()),
                List.of((String[]) row.getArray("tags").getArray()),
                new Budget(
                        Money.of(row.getLong("budget_min"), currency),
                        Money.of(row.getLong("budget_max"), currency)),
                row.getString("location"),
                row.getBoolean("remote"),
                instantOrNull(row, "deadline"),
                instant(row, "published_at"),
                row.getFloat("rank"));
    }
}
