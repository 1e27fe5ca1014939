package guildhall.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script that {@code psql} also understands, within limits: a statement ends with a semicolon at
 * the end of a line, {@code \connect} changes the database, {@code :'name'} is a quoted variable.
 * What exists already is left alone, so the script can be run at every start.
 */
public final class RoleScript {
    private static final Pattern VARIABLE = Pattern.compile(":'([a-z_]+)'");
    private static final String CONNECT = "\\connect ";
    private static final String FIRST_DATABASE = "postgres";

    /** Opens a connection as superuser. */
    @FunctionalInterface
    public interface Databases {
        Connection connect(String database) throws SQLException;
    }

    record Statement(String database, String sql) {}

    private final List<Statement> statements;

    private RoleScript(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    public static RoleScript read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static RoleScript parse(String text) {
        var statements = new ArrayList<Statement>();
        var database = FIRST_DATABASE;
        var sql = new StringBuilder();
        for (var line : text.lines().map(String::strip).toList()) {
            if (line.startsWith(CONNECT)) {
                database = line.substring(CONNECT.length()).strip();
            } else if (!line.startsWith("--") && !line.isEmpty()) {
                sql.append(line).append('\n');
                if (line.endsWith(";")) {
                    statements.add(new Statement(database, sql.toString().strip()));
                    sql.setLength(0);
                }
            }
        }
        if (!sql.isEmpty()) {
            throw new IllegalArgumentException("A statement without its semicolon: " + sql);
        }
        return new RoleScript(statements);
    }

    List<Statement> statements() {
        return statements;
    }

    /** Every variable that the script mentions. */
    Set<String> variables() {
        var names = new TreeSet<String>();
        statements.forEach(statement ->
                VARIABLE.matcher(statement.sql())
                        .results()
                        .forEach(match -> names.add(match.group(1))));
        return names;
    }

    /** Consecutive statements for one database share a connection. */
    public void run(Databases databases, Map<String, String> variables) throws SQLException {
        var remaining = statements;
        while (!remaining.isEmpty()) {
            var database = remaining.getFirst().database();
            var here =
                    remaining.stream()
                            .takeWhile(statement -> statement.database().equals(database))
                            .toList();
            try (var connection = databases.connect(database)) {
                for (var statement : here) {
                    execute(connection, statement.sql(), variables);
                }
            }
            remaining = remaining.subList(here.size(), remaining.size());
        }
    }

    private static void execute(Connection connection, String sql, Map<String, String> variables)
            throws SQLException {
        var complete = VARIABLE.matcher(sql).replaceAll(match -> literal(match, variables));
        try (var statement = connection.createStatement()) {
            statement.execute(complete);
        } catch (SQLException e) {
            if (!PostgresErrors.isAlreadyThere(e)) {
                throw e;
            }
        }
    }

    private static String literal(MatchResult match, Map<String, String> variables) {
        var value = variables.get(match.group(1));
        if (value == null) {
            throw new IllegalArgumentException("No value for the variable " + match.group(1));
        }
        return Matcher.quoteReplacement("'" + value.replace("'", "''") + "'");
    }
}
