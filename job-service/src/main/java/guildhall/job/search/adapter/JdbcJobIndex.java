package guildhall.job.search.adapter;

import static guildhall.runtime.sql.SqlTime.utc;
import static guildhall.runtime.sql.SqlTime.utcOrNull;

import guildhall.job.posting.Job.Open;
import guildhall.job.posting.JobIndex;
import guildhall.messages.id.JobId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcJobIndex implements JobIndex {
    private final JdbcClient db;

    JdbcJobIndex(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void show(Open job) {
        var terms = job.terms();
        db.sql(
                        """
                        insert into job_search (job_id, title, description, category, kind, level,
                            skills, tags, budget_min, budget_max, currency, location, remote,
                            deadline, published_at, document)
                        values (:id, :title, :description, :category, :kind, :level, :skills,
                            :tags, :min, :max, :currency, :location, :remote, :deadline,
                            :publishedAt,
                            setweight(to_tsvector('english', :title), 'A')
                            || setweight(to_tsvector('english', :words), 'B')
                            || setweight(to_tsvector('english', :description), 'C'))
                        on conflict (job_id) do update set title = excluded.title,
                            description = excluded.description, category = excluded.category,
                            kind = excluded.kind, level = excluded.level, skills = excluded.skills,
                            tags = excluded.tags, budget_min = excluded.budget_min,
                            budget_max = excluded.budget_max, currency = excluded.currency,
                            location = excluded.location, remote = excluded.remote,
                            deadline = excluded.deadline, published_at = excluded.published_at,
                            document = excluded.document
                        """)
                .param("id", job.id().value())
                .param("title", terms.title())
                .param("description", terms.description())
                .param("category", terms.category())
                .param("kind", terms.kind().name())
                .param("level", terms.level().name())
                .param("skills", terms.skills().toArray(String[]::new))
                .param("tags", terms.tags().toArray(String[]::new))
                .param(
                        "words",
                        String.join(" ", terms.skills()) + " " + String.join(" ", terms.tags()))
                .param("min", terms.budget().min().minorUnits())
                .param("max", terms.budget().max().minorUnits())
                .param("currency", terms.budget().currency().getCurrencyCode())
                .param("location", terms.location())
                .param("remote", terms.remote())
                .param("deadline", utcOrNull(terms.deadline()))
                .param("publishedAt", utc(job.publishedAt()))
                .update();
    }

    @Override
    public void hide(JobId id) {
        db.sql("delete from job_search where job_id = ?").param(id.value()).update();
    }
}
