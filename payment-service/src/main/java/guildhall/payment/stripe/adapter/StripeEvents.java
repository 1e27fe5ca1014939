package guildhall.payment.stripe.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Events of Stripe from the moment they are acknowledged. */
@WithStripe
@Repository
class StripeEvents {
    private final JdbcClient jdbc;

    StripeEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Status {
        /** Not handled yet, or to be handled again. */
        WAITING,
        DONE,
        /** Failed for the last time; staff may have it tried again. */
        GIVEN_UP
    }

    record Stored(
            long number,
            String id,
            String type,
            Status status,
            int tries,
            @Nullable String failure,
            String body,
            Instant receivedAt,
            Instant nextTryAt) {}

    /** Whether it is new. */
    boolean add(StripeEvent event, String body, Instant now, Instant nextTry) {
        return jdbc.sql(
                                """
                                insert into stripe_event (event_id, type, body, received_at,
                                    next_try_at)
                                values (:id, :type, :body, :now, :next)
                                on conflict (event_id) do nothing
                                """)
                        .param("id", event.id())
                        .param("type", event.type())
                        .param("body", body)
                        .param("now", utc(now))
                        .param("next", utc(nextTry))
                        .update()
                == 1;
    }

    Optional<Stored> find(String id) {
        return jdbc.sql("select * from stripe_event where event_id = ?")
                .param(id)
                .query((row, _) -> stored(row))
                .optional();
    }

    /** Newest first. */
    List<Stored> list(Set<Status> statuses, long before, int limit) {
        return jdbc.sql(
                        """
                        select * from stripe_event
                        where status = any(:statuses) and event_no < :before
                        order by event_no desc
                        limit :limit
                        """)
                .param("statuses", texts(statuses, Enum::name))
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> stored(row))
                .list();
    }

    /**
     * Those that have to be handled now. Each is put off first, so that instances do not handle it
     * at the same time and a crash repeats it later.
     */
    List<Stored> takeDue(Instant now, Duration putOff, int limit) {
        return jdbc.sql(
                        """
                        update stripe_event taken set next_try_at = :later
                        from (
                            select event_no from stripe_event
                            where status = 'WAITING' and next_try_at <= :now
                            order by next_try_at
                            limit :limit
                            for update skip locked
                        ) due
                        where taken.event_no = due.event_no
                        returning taken.*
                        """)
                .param("now", utc(now))
                .param("later", utc(now.plus(putOff)))
                .param("limit", limit)
                .query((row, _) -> stored(row))
                .list();
    }

    void done(String id, Instant at) {
        jdbc.sql(
                        """
                        update stripe_event set status = 'DONE', failure = null, done_at = :at
                        where event_id = :id
                        """)
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    void failed(String id, int tries, String failure, Instant nextTry) {
        jdbc.sql(
                        """
                        update stripe_event
                        set tries = :tries, failure = :failure, next_try_at = :next
                        where event_id = :id
                        """)
                .param("id", id)
                .param("tries", tries)
                .param("failure", failure)
                .param("next", utc(nextTry))
                .update();
    }

    void giveUp(String id, int tries, String failure) {
        jdbc.sql(
                        """
                        update stripe_event
                        set status = 'GIVEN_UP', tries = :tries, failure = :failure
                        where event_id = :id
                        """)
                .param("id", id)
                .param("tries", tries)
                .param("failure", failure)
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("event_no"),
                row.getString("event_id"),
                row.getString("type"),
                Status.valueOf(row.getString("status")),
                row.getInt("tries"),
                row.getString("failure"),
                row.getString("body"),
                instant(row, "received_at"),
                instant(row, "next_try_at"));
    }
}
