package guildhall.runtime.outbox;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * The logical replication slot through which PostgreSQL remembers what was published. Slots belong
 * to the whole cluster, so the name contains that of the database. Only one session can read a
 * slot, which is what keeps several instances of a service from publishing side by side.
 */
final class ReplicationSlot {
    /** How the slot stands. */
    enum State {
        ABSENT,
        FREE,
        TAKEN,
        /** It fell behind by more than the server keeps; what it had not read yet is gone. */
        LOST
    }

    private static final String ALREADY_THERE = "42710";

    private final JdbcTemplate jdbc;
    private final RelayAccess access;
    private final String name;

    ReplicationSlot(JdbcTemplate jdbc, RelayAccess access) {
        this.jdbc = jdbc;
        this.access = access;
        this.name = nameFor(access.database());
    }

    static String nameFor(String database) {
        var name = "outbox_" + database.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        return name.substring(0, Math.min(name.length(), 63));
    }

    String name() {
        return name;
    }

    State state() {
        var states =
                jdbc.query(
                        """
                        select active, coalesce(wal_status, '') = 'lost' as lost
                        from pg_replication_slots where slot_name = ?
                        """,
                        (row, _) -> stateOf(row.getBoolean("active"), row.getBoolean("lost")),
                        name);
        return states.isEmpty() ? State.ABSENT : states.getFirst();
    }

    private static State stateOf(boolean active, boolean lost) {
        if (lost) {
            return State.LOST;
        }
        return active ? State.TAKEN : State.FREE;
    }

    /** How much log the server keeps for this slot, in bytes; empty without a slot. */
    OptionalLong lag() {
        return jdbc
                .queryForList(
                        """
                        select coalesce(
                            pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn), 0)::bigint
                        from pg_replication_slots where slot_name = ?
                        """,
                        Long.class,
                        name)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /**
     * Waits for transactions that are running now; what commits later will be published. Does
     * nothing when another instance has just created it.
     */
    void create() {
        asRelay("select pg_create_logical_replication_slot(?, 'pgoutput')");
    }

    void drop() {
        asRelay("select pg_drop_replication_slot(?)");
    }

    private void asRelay(String sql) {
        try (var connection =
                        DriverManager.getConnection(
                                access.url(), access.username(), access.password());
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.execute();
        } catch (SQLException e) {
            if (ALREADY_THERE.equals(e.getSQLState())) {
                return;
            }
            throw new SQLStateSQLExceptionTranslator().translate("replication slot", sql, e);
        }
    }
}
