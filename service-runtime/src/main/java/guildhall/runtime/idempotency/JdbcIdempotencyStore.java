package guildhall.runtime.idempotency;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.runtime.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** First answers in PostgreSQL. */
final class JdbcIdempotencyStore implements IdempotencyStore {
    private final JdbcClient jdbc;
    private final IdempotencySettings settings;

    JdbcIdempotencyStore(JdbcClient jdbc, IdempotencySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public Claim claim(IdempotencyKey key, String fingerprint, Instant now) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A claim is a transaction of its own");
        }
        while (true) {
            var run = Ids.next();
            if (insertOrTakeOver(key, fingerprint, run, now)) {
                return new Claim.Granted(run);
            }
            var known = find(key, fingerprint);
            if (known.isPresent()) {
                return known.get();
            }
            // Given up between the two statements: ask again.
        }
    }

    /**
     * Does not wait until its commit is on disk: a claim that a crash of the database takes away
     * has nothing after it, because whatever its request commits comes later in the same log.
     */
    private boolean insertOrTakeOver(
            IdempotencyKey key, String fingerprint, UUID run, Instant now) {
        return jdbc.sql(
                                """
                                insert into idempotency_key as known
                                    (caller_id, operation, key, fingerprint, run,
                                     lease_until, expires_at)
                                select :caller, :operation, :key, :fingerprint, :run,
                                       :leaseUntil, :expiresAt
                                from set_config('synchronous_commit', 'off', true)
                                on conflict (caller_id, operation, key) do update set
                                    fingerprint = excluded.fingerprint,
                                    run = excluded.run,
                                    lease_until = excluded.lease_until,
                                    expires_at = excluded.expires_at,
                                    status = null, content_type = null, location = null,
                                    etag = null, body = null
                                where known.expires_at <= :now
                                   or (known.status is null
                                       and known.lease_until <= :now
                                       and known.fingerprint = excluded.fingerprint)
                                """)
                        .param("caller", key.callerId())
                        .param("operation", key.operation())
                        .param("key", key.value())
                        .param("fingerprint", fingerprint)
                        .param("run", run)
                        .param("leaseUntil", utc(now.plus(settings.lease())))
                        .param("expiresAt", utc(now.plus(settings.retention())))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private Optional<Claim> find(IdempotencyKey key, String fingerprint) {
        return jdbc.sql(
                        """
                        select fingerprint, lease_until, status, content_type, location, etag, body
                        from idempotency_key
                        where caller_id = :caller and operation = :operation and key = :key
                        """)
                .param("caller", key.callerId())
                .param("operation", key.operation())
                .param("key", key.value())
                .query((row, _) -> read(row, fingerprint))
                .optional();
    }

    private static Claim read(ResultSet row, String fingerprint) throws SQLException {
        if (!row.getString("fingerprint").equals(fingerprint)) {
            return new Claim.UsedOtherwise();
        }
        var status = row.getInt("status");
        if (row.wasNull()) {
            return new Claim.Running(instant(row, "lease_until"));
        }
        return new Claim.Answered(
                new StoredAnswer(
                        status,
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getString("etag"),
                        row.getString("body")));
    }

    @Override
    public boolean answer(IdempotencyKey key, UUID run, StoredAnswer answer) {
        return jdbc.sql(
                                """
                                update idempotency_key
                                set status = :status, content_type = :contentType,
                                    location = :location, etag = :etag, body = :body
                                where caller_id = :caller and operation = :operation and key = :key
                                  and run = :run
                                """)
                        .param("status", answer.status())
                        .param("contentType", answer.contentType())
                        .param("location", answer.location())
                        .param("etag", answer.etag())
                        .param("body", answer.body())
                        .param("caller", key.callerId())
                        .param("operation", key.operation())
                        .param("key", key.value())
                        .param("run", run)
                        .update()
                == 1;
    }

    @Override
    public void release(IdempotencyKey key, UUID run) {
        jdbc.sql(
                        """
                        delete from idempotency_key
                        where caller_id = :caller and operation = :operation and key = :key
                          and run = :run and status is null
                        """)
                .param("caller", key.callerId())
                .param("operation", key.operation())
                .param("key", key.value())
                .param("run", run)
                .update();
    }

    @Override
    public int prune(Instant now) {
        return jdbc.sql("delete from idempotency_key where expires_at <= :now")
                .param("now", utc(now))
                .update();
    }
}
