package guildhall.stack.postgres;

import guildhall.stack.settings.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The passwords of PostgreSQL's roles: names in the secrets file and variables in the script. */
public final class RoleSecrets {
    public static final String SUPERUSER = "postgres.superuser";
    public static final List<String> DATABASES = List.of("job", "contract", "payment", "review");
    private static final List<String> ROLES = List.of("migrator", "app", "relay");

    public static Set<String> names() {
        return Stream.concat(Stream.of(SUPERUSER), variableNames().map(RoleSecrets::secretOf))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The secret of a service's role, such as {@code app}. */
    public static String secret(String service, String role) {
        return "postgres." + service + "." + role;
    }

    /** {@code job_migrator_password} and the like, as the script names them. */
    static Map<String, String> variables(Secrets secrets) {
        return variableNames()
                .collect(
                        Collectors.toUnmodifiableMap(
                                name -> name, name -> secrets.get(secretOf(name))));
    }

    static Stream<String> variableNames() {
        return DATABASES.stream()
                .flatMap(database ->
                        ROLES.stream().map(role -> database + "_" + role + "_password"));
    }

    private static String secretOf(String variable) {
        var words = variable.split("_");
        return secret(words[0], words[1]);
    }

    private RoleSecrets() {}
}
