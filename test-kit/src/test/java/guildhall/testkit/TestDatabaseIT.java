package guildhall.testkit;

import static guildhall.testkit.TestDatabase.Role.APP;
import static guildhall.testkit.TestDatabase.Role.MIGRATOR;
import static guildhall.testkit.TestDatabase.Role.RELAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseIT {
    @Test
    void givesTheAppOnlyWhatTheMigratorGrants() {
        try (var database = TestDatabase.create("kit")) {
            var migrator = JdbcClient.create(database.dataSource(MIGRATOR));
            var app = JdbcClient.create(database.dataSource(APP));
            migrator.sql("create table entry (id int primary key)").update();
            migrator.sql("grant select, insert on entry to " + database.user(APP)).update();

            app.sql("insert into entry values (1)").update();

            assertThat(app.sql("select id from entry").query(Integer.class).list())
                    .containsExactly(1);
            assertThatThrownBy(() -> app.sql("delete from entry").update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> app.sql("create table other (id int)").update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void keepsTwoDatabasesOfOneServiceApart() {
        try (var one = TestDatabase.create("kit");
                var other = TestDatabase.create("kit")) {
            JdbcClient.create(one.dataSource(MIGRATOR)).sql("create table mine (id int)").update();

            var tables =
                    JdbcClient.create(other.dataSource(MIGRATOR))
                            .sql("select tablename from pg_tables where schemaname = 'public'")
                            .query(String.class)
                            .list();

            assertThat(tables).isEmpty();
        }
    }

    @Test
    void dropsSlotsThatAreStillInUse() throws SQLException {
        var survivor = TestDatabase.create("kit");
        var database = TestDatabase.create("kit");
        createSlot(survivor, "kit_survivor");
        createSlot(database, "kit_left_behind");
        var properties = new java.util.Properties();
        PGProperty.USER.set(properties, database.user(RELAY));
        PGProperty.PASSWORD.set(properties, database.password(RELAY));
        PGProperty.REPLICATION.set(properties, "database");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "10");
        try (var relay = DriverManager.getConnection(database.url(), properties)) {
            relay.unwrap(PGConnection.class)
                    .getReplicationAPI()
                    .replicationStream()
                    .logical()
                    .withSlotName("kit_left_behind")
                    .withSlotOption("proto_version", 1)
                    .withSlotOption("publication_names", "none")
                    .start();

            database.close();
        }

        assertThat(survivor.slots()).isEqualTo(List.of("kit_survivor"));
        assertThat(database.slots()).isEmpty();
        survivor.close();
        assertThat(survivor.slots()).isEmpty();
    }

    private static void createSlot(TestDatabase database, String name) {
        JdbcClient.create(database.dataSource(RELAY))
                .sql("select pg_create_logical_replication_slot(:name, 'pgoutput')")
                .param("name", name)
                .query()
                .listOfRows();
    }
}
