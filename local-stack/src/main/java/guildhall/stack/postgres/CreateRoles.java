package guildhall.stack.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Runs the role script against the server at {@code POSTGRES_ADDRESS} as its superuser, and ends.
 * Each password is in the environment under the name of its variable in capitals. The container
 * set-up runs it before the services; repeating it changes nothing but the passwords.
 */
final class CreateRoles {

    public static void main(String[] arguments) throws IOException, SQLException {
        var variables =
                RoleSecrets.variableNames()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        name -> name,
                                        name -> fromEnvironment(name.toUpperCase(Locale.ROOT))));
        var server = "jdbc:postgresql://" + fromEnvironment("POSTGRES_ADDRESS") + "/";
        RoleScript.read(Path.of(arguments[0]))
                .run(
                        database ->
                                DriverManager.getConnection(
                                        server + database,
                                        "postgres",
                                        fromEnvironment("POSTGRES_PASSWORD")),
                        variables);
        System.out.println("Databases and roles are as defined.");
    }

    private static String fromEnvironment(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The environment lacks " + name);
        }
        return value;
    }

    private CreateRoles() {}
}
