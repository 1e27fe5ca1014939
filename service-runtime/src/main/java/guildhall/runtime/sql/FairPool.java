package guildhall.runtime.sql;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections in the order in which they are asked for. Hikari by itself lets whoever runs take a
 * connection that was just given back, before those who wait for one have woken up. With many more
 * requests than connections, and few processors, some then wait until their time is over although
 * connections come free hundreds of times a second.
 *
 * <p>One caller at a time looks for a connection; whoever comes later queues, so that nobody can be
 * overtaken.
 */
final class FairPool extends DelegatingDataSource {
    private final HikariDataSource pool;
    private final Semaphore turn = new Semaphore(1, true);

    FairPool(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        awaitTurn();
        try {
            return pool.getConnection();
        } finally {
            turn.release();
        }
    }

    /** As long as Hikari would wait, and ending like that. */
    private void awaitTurn() throws SQLException {
        try {
            if (turn.tryAcquire(pool.getConnectionTimeout(), MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new SQLTransientConnectionException(
                "No connection within %d ms; %d others wait"
                        .formatted(pool.getConnectionTimeout(), waiting()));
    }

    /** How many have to wait for others before they may look for a connection. */
    int waiting() {
        return turn.getQueueLength();
    }

    /** Whoever wants to know how the pool was made, such as Flyway, asks the pool. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type == DataSource.class ? type.cast(pool) : super.unwrap(type);
    }
}
