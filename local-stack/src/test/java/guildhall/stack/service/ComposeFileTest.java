package guildhall.stack.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.stack.postgres.RoleSecrets;
import guildhall.stack.settings.Secrets;
import guildhall.stack.settings.StackHome;
import guildhall.stack.settings.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The container set-up says the same as the local stack, as far as a file can say it. */
class ComposeFileTest {
    private static final Path FILE = Path.of("../docker-compose.yml");

    /** What the local stack shortens so that one can watch it; containers wait as production. */
    private static final Set<String> SHORT_WINDOWS =
            Set.of(
                    "SAFETY_WINDOW",
                    "SAFETY_SWEEP_EVERY",
                    "PAYOUT_ACCOUNT_HOLD",
                    "PAYOUT_BATCH_EVERY",
                    "PAYOUT_RETRY_AFTER",
                    "RECONCILIATION_LAG",
                    "RECONCILIATION_GRACE");

    private static final Path EXAMPLE = Path.of("../.env.example");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)([:}])(.)");

    /** Only where it listens and how much memory it takes is said differently in a container. */
    private static final Set<String> NOT_IN_CONTAINERS =
            Set.of("MALLOC_ARENA_MAX", "SERVER_ADDRESS");

    @TempDir Path folder;
    private Map<String, Object> services = Map.of();

    @BeforeEach
    void read() throws IOException {
        Map<String, Object> document =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE));
        services = map(document, "services");
    }

    static List<PlatformService> all() {
        return PlatformService.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void givesAServiceTheVariablesThatTheLocalStackGivesIt(PlatformService service) {
        var home = new StackHome(folder, folder.resolve("home"));
        var names = new HashSet<>(RoleSecrets.names());
        names.addAll(ServiceSecrets.names());
        var local =
                new TreeSet<>(
                        new ServiceEnvironment(
                                        StackSettings.load(home, Map.of(), Map.of()),
                                        Secrets.load(home, names))
                                .of(service)
                                .keySet());
        local.removeAll(NOT_IN_CONTAINERS);
        local.removeIf(name -> name.startsWith("LIMIT_"));
        local.removeAll(SHORT_WINDOWS);

        var container = map(map(services, service.name()), "environment").keySet();

        assertThat(new TreeSet<>(container)).isEqualTo(local);
    }

    @ParameterizedTest
    @MethodSource("all")
    void startsAServiceAfterItsStoresAndDefinitions(PlatformService service) {
        var needs = new TreeSet<>(Set.of("topics"));
        service.store().stream()
                .filter(store -> !store.equals("kafka"))
                .map(store -> store.equals("postgres") ? "roles" : store)
                .forEach(needs::add);

        var container = map(services, service.name());

        assertThat(new TreeSet<>(map(container, "depends_on").keySet())).isEqualTo(needs);
        assertThat(map(map(container, "build"), "args"))
                .isEqualTo(Map.of("SERVICE", service.name()));
        assertThat(map(container, "healthcheck").get("test"))
                .isEqualTo(List.of("CMD", "healthcheck"));
    }

    @Test
    void limitsEveryContainerAndPrivilegesNone() {
        for (var name : services.keySet()) {
            assertThat(map(services, name))
                    .as(name)
                    .containsKey("mem_limit")
                    .doesNotContainKey("privileged");
        }
    }

    @Test
    void publishesPortsToThisMachineOnly() {
        for (var name : services.keySet()) {
            if (map(services, name).get("ports") instanceof List<?> ports) {
                assertThat(ports)
                        .as(name)
                        .allSatisfy(port -> assertThat((String) port).startsWith("127.0.0.1:"));
            }
        }
    }

    /** Health and metrics of the gateway need no token, so they are nobody's business outside. */
    @ParameterizedTest
    @MethodSource("all")
    void publishesNoManagementPort(PlatformService service) {
        var container = map(services, service.name());
        var management = map(container, "environment").get("MANAGEMENT_PORT");

        assertThat(management != null).isEqualTo(service.hasManagementPort());
        if (management != null && container.get("ports") instanceof List<?> ports) {
            assertThat(ports)
                    .isNotEmpty()
                    .noneSatisfy(port -> assertThat((String) port).endsWith(":" + management));
        }
    }

    /** A variable without a default must be refused when missing, and is in the example. */
    @Test
    void asksOnlyForWhatTheExampleLists() throws IOException {
        var listed =
                Files.readAllLines(EXAMPLE).stream()
                        .filter(line -> line.matches("[A-Z_]+=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .toList();
        var used = new TreeSet<String>();
        for (var match : VARIABLE.matcher(Files.readString(FILE)).results().toList()) {
            used.add(match.group(1));
            assertThat(match.group(2) + match.group(3)).as(match.group(1)).isIn(":?", ":-");
        }

        assertThat(used).isEqualTo(new TreeSet<>(listed));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) requireNonNull(parent.get(key), key);
    }
}
