package guildhall.stack.postgres;

import java.sql.SQLException;
import java.util.Set;

/** SQLSTATE codes that mean something to us. */
final class PostgresErrors {
    private static final String INVALID_PASSWORD = "28P01";
    private static final Set<String> ALREADY_THERE = Set.of("42710", "42P04");

    static boolean isWrongPassword(SQLException e) {
        return INVALID_PASSWORD.equals(e.getSQLState());
    }

    /** duplicate_object for a role, duplicate_database. */
    static boolean isAlreadyThere(SQLException e) {
        return ALREADY_THERE.contains(e.getSQLState());
    }

    private PostgresErrors() {}
}
