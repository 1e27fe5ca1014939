package guildhall.runtime.consume;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import guildhall.runtime.message.MalformedMessageException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.ClassUtils;

/** What repetition can do about a failure. */
enum FailureKind {
    /** Infrastructure is away, or another writer was first: it succeeds some time. */
    PASSING,
    /** Perhaps a bug, perhaps not: worth a few attempts. */
    UNKNOWN,
    /** The message itself cannot be read. */
    PERMANENT;

    /**
     * SQL states of a server that is away or overloaded, and of conflicts: connection exceptions
     * (08), transaction rollback (40), insufficient resources (53), operator intervention (57),
     * read-only after a failover (25006), lock not available (55P03).
     */
    private static final Set<String> PASSING_SQL_CLASSES = Set.of("08", "40", "53", "57");

    private static final Set<String> PASSING_SQL_STATES = Set.of("25006", "55P03");

    private static final boolean MONGO =
            ClassUtils.isPresent("com.mongodb.MongoException", FailureKind.class.getClassLoader());

    static FailureKind of(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
            if (cause instanceof MalformedMessageException) {
                return PERMANENT;
            }
            if (isPassing(cause)) {
                return PASSING;
            }
            depth++;
        }
        return UNKNOWN;
    }

    private static boolean isPassing(Throwable cause) {
        return switch (cause) {
            case TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    DataAccessResourceFailureException _,
                    CannotCreateTransactionException _,
                    TransactionSystemException _,
                    KeyInUseException _,
                    SQLTransientException _,
                    SQLRecoverableException _,
                    SocketException _,
                    SocketTimeoutException _,
                    UnknownHostException _ ->
                    true;
            case SQLException e -> isPassingState(e.getSQLState());
            default -> MONGO && MongoFailures.isPassing(cause);
        };
    }

    private static boolean isPassingState(@Nullable String sqlState) {
        return sqlState != null
                && sqlState.length() == 5
                && (PASSING_SQL_STATES.contains(sqlState)
                        || PASSING_SQL_CLASSES.contains(sqlState.substring(0, 2)));
    }

    /** Apart, because only services on MongoDB have the driver. */
    private static final class MongoFailures {
        static boolean isPassing(Throwable cause) {
            return cause instanceof MongoSocketException
                    || cause instanceof MongoTimeoutException
                    || cause instanceof MongoNotPrimaryException
                    || cause instanceof MongoNodeIsRecoveringException;
        }
    }
}
