package guildhall.testkit;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh database with the three roles of its service: {@code <service>_migrator} owns it, {@code
 * <service>_app} sees what a migration grants, {@code <service>_relay} may replicate.
 */
public final class TestDatabase implements AutoCloseable {
    /** Which of the service's roles to connect as. */
    public enum Role {
        MIGRATOR,
        APP,
        RELAY;

        private String user(String service) {
            return service + "_" + name().toLowerCase(Locale.ROOT);
        }

        private String password() {
            return name().toLowerCase(Locale.ROOT) + "-secret";
        }
    }

    private final String superuserAddress;
    private final String service;
    private final String name;

    private TestDatabase(String superuserAddress, String service, String name) {
        this.superuserAddress = superuserAddress;
        this.service = service;
        this.name = name;
    }

    /** On the shared server. */
    public static TestDatabase create(String service) {
        return create(service, Infrastructure.POSTGRES.address());
    }

    /**
     * @param superuserAddress a JDBC URL, such as that of {@link TestPostgres#address()}
     */
    public static TestDatabase create(String service, String superuserAddress) {
        var database = new TestDatabase(superuserAddress, service, service + "_" + Unique.suffix());
        for (var role : Role.values()) {
            database.createRole(role);
        }
        database.execute(
                "create database %s owner %s"
                        .formatted(database.name, Role.MIGRATOR.user(service)));
        return database;
    }

    public String name() {
        return name;
    }

    /** Without user and password: what the service gets as {@code POSTGRES_URL}. */
    public String url() {
        var server = URI.create(superuserAddress.substring("jdbc:".length()));
        return "jdbc:postgresql://%s:%d/%s".formatted(server.getHost(), server.getPort(), name);
    }

    public String user(Role role) {
        return role.user(service);
    }

    public String password(Role role) {
        return role.password();
    }

    public DataSource dataSource(Role role) {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(user(role));
        source.setPassword(password(role));
        return source;
    }

    /** The variables that a service is configured with. */
    public Map<String, String> properties() {
        return Map.of(
                "POSTGRES_URL", url(),
                "POSTGRES_APP_PASSWORD", password(Role.APP),
                "POSTGRES_MIGRATOR_PASSWORD", password(Role.MIGRATOR),
                "POSTGRES_RELAY_PASSWORD", password(Role.RELAY));
    }

    /** The replication slots of this database. */
    public List<String> slots() {
        return query(
                "select slot_name from pg_replication_slots where database = '%s'".formatted(name));
    }

    /** Ends every session in this database at once, as a failover does. */
    public void disconnectAll() {
        execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                        .formatted(name));
    }

    /** Drops the database with the replication slots that its service left behind. */
    @Override
    public void close() {
        Awaitility.await("the slots of " + name + " are dropped")
                .atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .until(this::dropSlots);
        execute("drop database if exists %s with (force)".formatted(name));
    }

    private boolean dropSlots() {
        // A slot that is in use cannot be dropped, and its holder may only just have connected.
        execute(
                """
                select pg_terminate_backend(active_pid) from pg_replication_slots
                where database = '%s' and active_pid is not null
                """
                        .formatted(name));
        execute(
                """
                select pg_drop_replication_slot(slot_name) from pg_replication_slots
                where database = '%s' and active_pid is null
                """
                        .formatted(name));
        return slots().isEmpty();
    }

    /** Roles belong to the whole server, so another test class may have created them. */
    private void createRole(Role role) {
        var attributes =
                Stream.of("login", role == Role.RELAY ? "replication" : "noreplication")
                        .collect(joining(" "));
        execute(
                """
                do $$ begin
                    create role %s %s password '%s';
                exception when duplicate_object or unique_violation then null;
                end $$
                """
                        .formatted(role.user(service), attributes, role.password()));
    }

    /**
     * Lets sessions of a role load many rows that are known to be right without checking each of
     * them: {@code set session_replication_role = replica}.
     */
    public void letSkipChecks(Role role) {
        execute("grant set on parameter session_replication_role to " + user(role));
    }

    private void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private List<String> query(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = Stream.<String>builder();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values.build().toList();
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(superuserAddress);
    }
}
