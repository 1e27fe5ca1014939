package guildhall.runtime.describe;

import guildhall.runtime.security.Caller;
import guildhall.runtime.security.PublicEndpoints;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;

/** Title, the shape of a problem, and which endpoints need a token. */
final class WholeApi implements OpenApiCustomizer {
    static final String BEARER = "bearer";
    private static final String MONEY = "Money";

    private final String service;
    private final List<PublicEndpoints> open;

    WholeApi(String service, List<PublicEndpoints> open) {
        this.service = service;
        this.open = List.copyOf(open);
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(new Info().title("Guildhall " + service).version("v1"));
        api.setServers(null); // Reached through the gateway and directly.
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        api.getComponents()
                .addSchemas(RuntimeArguments.PROBLEM, problem())
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .bearerFormat("JWT"));
        api.getComponents().getSchemas().remove(Caller.class.getSimpleName());
        if (api.getComponents().getSchemas().containsKey(MONEY)) {
            api.getComponents().addSchemas(MONEY, money());
        }
        api.addSecurityItem(new SecurityRequirement().addList(BEARER));
        if (api.getPaths() != null) {
            api.getPaths().forEach(this::protect);
        }
    }

    private void protect(String path, PathItem item) {
        item.readOperationsMap()
                .forEach((method, operation) -> {
                    if (operation.getSecurity() == null
                            && isOpen(HttpMethod.valueOf(method.name()), path)) {
                        operation.setSecurity(List.of());
                        RuntimeArguments.refusal(
                                operation, "401", "There is a token, and it is invalid");
                    } else {
                        RuntimeArguments.refusal(
                                operation, "401", "The token is missing or invalid");
                        RuntimeArguments.refusal(
                                operation, "403", "The caller's role or party may not do this");
                    }
                });
    }

    private boolean isOpen(HttpMethod method, String path) {
        return open.stream().anyMatch(endpoints -> endpoints.allows(method, path));
    }

    /** Left alone, springdoc takes a currency apart and requires nothing. */
    private static Schema<?> money() {
        var money = object("An amount in minor units and its ISO 4217 currency");
        money.addProperty("amount", new IntegerSchema().format("int64").minimum(BigDecimal.ZERO));
        money.addProperty("currency", new StringSchema().minLength(3).maxLength(3).example("USD"));
        money.setRequired(List.of("amount", "currency"));
        return money;
    }

    private static Schema<?> problem() {
        var problem = object("RFC 9457 problem details");
        problem.addProperty("type", new StringSchema().format("uri"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema().format("uri-reference"));
        problem.addProperty("traceId", new StringSchema());
        problem.addProperty("errors", new ArraySchema().items(error()));
        problem.setRequired(List.of("type", "title", "status"));
        return problem;
    }

    private static Schema<?> error() {
        var error = object("One thing that is wrong with a request");
        error.addProperty("pointer", new StringSchema().description("JSON pointer into the body"));
        error.addProperty(
                "parameter", new StringSchema().description("Path variable, query or header"));
        error.addProperty("detail", new StringSchema());
        error.setRequired(List.of("detail"));
        return error;
    }

    private static Schema<?> object(String description) {
        var schema = new ObjectSchema();
        schema.setTypes(Set.of("object"));
        schema.setDescription(description);
        return schema;
    }
}
