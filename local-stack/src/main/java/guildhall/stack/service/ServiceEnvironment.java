package guildhall.stack.service;

import guildhall.stack.component.JavaCommand;
import guildhall.stack.mongo.MongoComponent;
import guildhall.stack.postgres.RoleSecrets;
import guildhall.stack.settings.Secrets;
import guildhall.stack.settings.StackSettings;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables of a service, the same names that its container gets. */
final class ServiceEnvironment {
    /** Where the management port is, whatever the others are bound to. */
    static final String LOOPBACK = "127.0.0.1";

    private final StackSettings settings;
    private final Secrets secrets;

    ServiceEnvironment(StackSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    Map<String, String> of(PlatformService service) {
        var values = new TreeMap<>(JavaCommand.environment());
        values.put("SERVER_ADDRESS", settings.bindAddress());
        values.put("SERVER_PORT", settings.text("port." + service.name()));
        values.put("KAFKA_BOOTSTRAP", address("kafka"));
        values.put("JWKS_URI", url("identity") + "/.well-known/jwks.json");
        values.put("TOKEN_ISSUER", settings.text("token.issuer"));
        if (service.hasManagementPort()) {
            values.put("MANAGEMENT_ADDRESS", LOOPBACK);
            values.put("MANAGEMENT_PORT", settings.text("port." + service.managementPort()));
        }
        if (service.usesPostgres()) {
            values.putAll(postgres(service.name()));
        }
        if (service.uses("mongo")) {
            values.put("MONGO_URI", MongoComponent.uri(settings) + "/" + service.name());
        }
        if (service.uses("redis")) {
            values.put("REDIS_URL", "redis://" + address("redis"));
        }
        if (service.uses("mail")) {
            values.put("SMTP_HOST", settings.bindAddress());
            values.put("SMTP_PORT", settings.text("port.smtp"));
        }
        values.putAll(ownVariables(service.name()));
        values.putAll(settings.variablesOf(service.name()));
        return values;
    }

    private Map<String, String> postgres(String service) {
        return Map.of(
                "POSTGRES_URL", "jdbc:postgresql://%s/%s".formatted(address("postgres"), service),
                "POSTGRES_APP_PASSWORD", secrets.get(RoleSecrets.secret(service, "app")),
                "POSTGRES_MIGRATOR_PASSWORD", secrets.get(RoleSecrets.secret(service, "migrator")),
                "POSTGRES_RELAY_PASSWORD", secrets.get(RoleSecrets.secret(service, "relay")));
    }

    private Map<String, String> ownVariables(String service) {
        return switch (service) {
            case "identity" ->
                    Map.of(
                            "GUILDHALL_ADMIN_EMAIL", settings.text("admin.email"),
                            "GUILDHALL_ADMIN_PASSWORD", secrets.get(ServiceSecrets.ADMIN_PASSWORD),
                            "TOKEN_PEPPER", secrets.get(ServiceSecrets.TOKEN_PEPPER),
                            "DOCUMENT_KEY", secrets.get(ServiceSecrets.DOCUMENT_KEY));
            case "payment" ->
                    Map.of("GUILDHALL_WEBHOOK_SECRET", secrets.get(ServiceSecrets.WEBHOOK));
            case "gateway" -> routes();
            default -> Map.of();
        };
    }

    /** {@code JOB_URL} and the like, for every service behind the gateway. */
    private Map<String, String> routes() {
        var urls = new TreeMap<String, String>();
        PlatformService.behindTheGateway()
                .forEach(name -> urls.put(name.toUpperCase(Locale.ROOT) + "_URL", url(name)));
        return urls;
    }

    private String url(String service) {
        return "http://" + address(service);
    }

    private String address(String component) {
        return "%s:%d".formatted(settings.bindAddress(), settings.port(component));
    }
}
