package guildhall.stack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoleScriptTest {
    private static final Path FILE = Path.of("../deploy/postgres/roles.sql");

    @Test
    void readsStatementsWithTheDatabaseTheyAreFor() {
        var script =
                RoleScript.parse(
                        """
                        -- A comment; with a semicolon;
                        CREATE DATABASE a;
                        \\connect a
                        GRANT USAGE
                          ON SCHEMA public TO b;
                        """);

        assertThat(script.statements())
                .isEqualTo(
                        List.of(
                                new RoleScript.Statement("postgres", "CREATE DATABASE a;"),
                                new RoleScript.Statement(
                                        "a", "GRANT USAGE\nON SCHEMA public TO b;")));
    }

    @Test
    void refusesAStatementWithoutItsEnd() {
        assertThatThrownBy(() -> RoleScript.parse("CREATE DATABASE a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wantsExactlyThePasswordsThatAreMadeUp() throws IOException {
        var names = RoleSecrets.variableNames().collect(Collectors.toCollection(TreeSet::new));

        assertThat(RoleScript.read(FILE).variables()).isEqualTo(names);
    }

    @Test
    void treatsAllFourDatabasesAlike() throws IOException {
        var blocks =
                RoleSecrets.DATABASES.stream().map(RoleScriptTest::withoutName).distinct().toList();

        assertThat(blocks).hasSize(1);
        assertThat(blocks.getFirst()).isNotEmpty();
    }

    private static List<String> withoutName(String database) {
        try {
            return RoleScript.read(FILE).statements().stream()
                    .filter(statement ->
                            statement
                                    .sql()
                                    .matches(
                                            "(?s).*\\b"
                                                    + database
                                                    + "\\b.*|"
                                                    + "(?s).*\\b"
                                                    + database
                                                    + "_.*"))
                    .map(statement ->
                            (statement.database() + ": " + statement.sql())
                                    .replaceAll("\\b" + database, "it"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
