package guildhall.stack.service;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One of the eight services.
 *
 * @param store the infrastructure it keeps its data in
 */
public record PlatformService(String name, Set<String> store) {
    private static final String GATEWAY = "gateway";
    private static final String KAFKA = "kafka";
    private static final String POSTGRES = "postgres";
    private static final String MONGO = "mongo";
    private static final String REDIS = "redis";
    private static final String MAIL = "mail";

    /** Identity first: it signs the tokens that all others verify. The gateway is the face. */
    public static final List<PlatformService> ALL =
            List.of(
                    new PlatformService("identity", Set.of(KAFKA, MONGO, REDIS, MAIL)),
                    new PlatformService("job", Set.of(KAFKA, POSTGRES)),
                    new PlatformService("contract", Set.of(KAFKA, POSTGRES)),
                    new PlatformService("payment", Set.of(KAFKA, POSTGRES)),
                    new PlatformService("messaging", Set.of(KAFKA, MONGO, REDIS)),
                    new PlatformService("notification", Set.of(KAFKA, MONGO, REDIS, MAIL)),
                    new PlatformService("review", Set.of(KAFKA, POSTGRES)),
                    new PlatformService(GATEWAY, Set.of(KAFKA, REDIS)));

    /** The names of all but the gateway. */
    public static Stream<String> behindTheGateway() {
        return ALL.stream().map(PlatformService::name).filter(name -> !name.equals(GATEWAY));
    }

    /** Settings under {@code port.}, the main one first. */
    List<String> ports() {
        return hasManagementPort() ? List.of(name, managementPort()) : List.of(name);
    }

    /** The port of clients is open to everybody, so health and metrics are elsewhere. */
    boolean hasManagementPort() {
        return name.equals(GATEWAY);
    }

    /** The setting under {@code port.} of where health and metrics are. */
    String managementPort() {
        return hasManagementPort() ? name + "-management" : name;
    }

    boolean uses(String infrastructure) {
        return store.contains(infrastructure);
    }

    boolean usesPostgres() {
        return uses(POSTGRES);
    }
}
