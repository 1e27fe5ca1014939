package guildhall.contract.milestone.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.contract.milestone.AppliedRequests;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAppliedRequests implements AppliedRequests {
    private final JdbcClient sql;
    private final Clock clock;

    JdbcAppliedRequests(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(UUID request) {
        return sql.sql(
                                """
                                insert into applied_request (request_id, applied_at)
                                values (:request, :now)
                                on conflict do nothing
                                """)
                        .param("request", request)
                        .param("now", utc(clock.instant()))
                        .update()
                == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID request) {
        sql.sql("delete from applied_request where request_id = :request")
                .param("request", request)
                .update();
    }

    /** Forgets those of which no retry is expected any more. */
    void prune(Instant before) {
        sql.sql("delete from applied_request where applied_at < :before")
                .param("before", utc(before))
                .update();
    }
}
