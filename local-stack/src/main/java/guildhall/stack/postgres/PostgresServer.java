package guildhall.stack.postgres;

import guildhall.stack.component.Component;
import guildhall.stack.component.ComponentFailure;
import guildhall.stack.process.Launch;
import guildhall.stack.process.ProcessIdentity;
import guildhall.stack.process.Processes;
import guildhall.stack.process.StopSignal;
import guildhall.stack.settings.Secrets;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;

/** The PostgreSQL server with the databases of job, contract, payment and review. */
public final class PostgresServer implements Component {
    public static final String NAME = "postgres";

    private final StackHome home;
    private final StackSettings settings;
    private final Secrets secrets;
    private final PostgresBinaries binaries;
    private final PostgresData data;

    public PostgresServer(StackHome home, StackSettings settings, Secrets secrets) {
        this.home = home;
        this.settings = settings;
        this.secrets = secrets;
        this.binaries = new PostgresBinaries(home);
        this.data = new PostgresData(home.data(NAME), binaries);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> ports() {
        return List.of(NAME);
    }

    @Override
    public String address() {
        return "%s:%d".formatted(settings.bindAddress(), settings.port(NAME));
    }

    /** A postmaster outlives whoever started it, and would go on with the old settings. */
    @Override
    public List<ProcessIdentity> strays() {
        return data.postmaster().stream().toList();
    }

    @Override
    public void clearRemains() throws IOException, InterruptedException {
        data.clearRemains();
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        binaries.unpack();
        requireUserOtherThanRoot();
        data.initialise(secrets.get(RoleSecrets.SUPERUSER), asOrdinaryUser());
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<>(asOrdinaryUser());
        command.add(binaries.program("postgres").toString());
        command.addAll(List.of("-D", data.folder().toString()));
        parameters().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new Launch(command, Map.of("TZ", "UTC"), home.folder());
    }

    /**
     * On the command line rather than in the data folder, so that a running server can be compared
     * with what it should be.
     */
    private SequencedMap<String, String> parameters() {
        var values = new LinkedHashMap<String, String>();
        values.put("listen_addresses", settings.bindAddress());
        values.put("port", settings.text("port." + NAME));
        values.put("unix_socket_directories", "");
        values.put("cluster_name", "guildhall");
        values.put("max_connections", settings.text("postgres.max-connections"));
        values.put("shared_buffers", settings.text("postgres.shared-buffers"));
        values.put("max_wal_size", settings.text("postgres.max-wal-size"));
        // Money: a commit that was acknowledged is on disk.
        values.put("fsync", "on");
        values.put("synchronous_commit", "on");
        values.put("full_page_writes", "on");
        // Microseconds in which commits gather for one flush, while five transactions are open.
        values.put("commit_delay", "1000");
        // Outbox relays: one slot per service, some room for tools.
        values.put("wal_level", "logical");
        values.put("max_wal_senders", "16");
        values.put("max_replication_slots", "16");
        values.put("max_slot_wal_keep_size", settings.text("postgres.max-slot-wal-keep-size"));
        values.put("password_encryption", "scram-sha-256");
        values.put("timezone", "UTC");
        values.put("log_timezone", "UTC");
        values.put("log_checkpoints", "off");
        values.put("jit", "off");
        return values;
    }

    @Override
    public boolean isReady() {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException e) {
            if (PostgresErrors.isWrongPassword(e)) {
                throw new ComponentFailure(
                        ("%s does not fit the data in %s. Put the old file back, or start afresh"
                                        + " with './guildhall reset'")
                                .formatted(home.secrets(), data.folder()),
                        e);
            }
            return false;
        }
    }

    @Override
    public void define() throws IOException {
        var script = RoleScript.read(home.deploy("postgres/roles.sql"));
        try {
            script.run(this::connect, RoleSecrets.variables(secrets));
        } catch (SQLException e) {
            throw new ComponentFailure("cannot create databases and roles: " + e.getMessage(), e);
        }
    }

    @Override
    public StopSignal stopSignal() {
        return StopSignal.INTERRUPT;
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", secrets.get(RoleSecrets.SUPERUSER));
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("ApplicationName", "guildhall");
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s".formatted(address(), database), properties);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is not root. */
    private static List<String> asOrdinaryUser() {
        return isRoot() ? List.of("unshare", "-U") : List.of();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void requireUserOtherThanRoot() throws IOException, InterruptedException {
        if (!isRoot()) {
            return;
        }
        if (Processes.onPath("unshare").isEmpty()
                || new ProcessBuilder("unshare", "-U", "true").start().waitFor() != 0) {
            throw new ComponentFailure(
                    "PostgreSQL refuses to run as root, and this machine does not allow user"
                            + " namespaces (unshare -U). Run guildhall as an ordinary user");
        }
    }

    /** For diagnosis: the folder that holds the databases. */
    public Path folder() {
        return data.folder();
    }
}
