package guildhall.runtime.describe;

import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnlyRule;
import guildhall.runtime.web.IfMatch;
import guildhall.runtime.web.Paging;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Describes the arguments and refusals that follow from a controller method's signature. */
final class RuntimeArguments implements OperationCustomizer {
    static final String PROBLEM = "Problem";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        hideCaller(operation, method);
        if (takes(method, Paging.class)) {
            describePaging(operation);
        }
        if (takes(method, IfMatch.class)) {
            describeIfMatch(operation);
        }
        var idempotent = method.getMethodAnnotation(Idempotent.class);
        if (idempotent != null) {
            describeIdempotency(operation, idempotent);
        }
        if (takes(method, Caller.class)) {
            operation.setSecurity(List.of(new SecurityRequirement().addList(WholeApi.BEARER)));
        }
        describeRoles(operation, StaffOnlyRule.rolesOf(method));
        if (operation.getRequestBody() != null || hasParameters(operation)) {
            refusal(operation, "400", "Malformed input; errors names each offending field");
        }
        if (namesSomething(operation)) {
            refusal(operation, "404", "There is none, or none that the caller may see");
        }
        refusal(operation, "500", "A failure of the service");
        return operation;
    }

    /** An {@code Optional<Caller>} looks like a query parameter. */
    private static void hideCaller(Operation operation, HandlerMethod method) {
        if (operation.getParameters() == null) {
            return;
        }
        for (var parameter : method.getMethodParameters()) {
            if (parameter.nestedIfOptional().getNestedParameterType() == Caller.class) {
                operation
                        .getParameters()
                        .removeIf(p -> Objects.equals(p.getName(), parameter.getParameterName()));
            }
        }
    }

    /** Any one of the roles is enough, so each makes a requirement of its own. */
    private static void describeRoles(Operation operation, List<String> roles) {
        if (roles.isEmpty()) {
            return;
        }
        operation.setSecurity(
                roles.stream()
                        .map(role -> new SecurityRequirement().addList(WholeApi.BEARER, role))
                        .toList());
    }

    private static void describePaging(Operation operation) {
        var limit =
                new IntegerSchema()
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(Paging.MAX_LIMIT));
        limit.setDefault(Paging.DEFAULT_LIMIT);
        add(operation, new QueryParameter().name("limit").schema(limit));
        add(
                operation,
                new QueryParameter()
                        .name("after")
                        .description("next of the previous page")
                        .schema(new StringSchema().maxLength(Paging.MAX_CURSOR_LENGTH)));
    }

    private static void describeIfMatch(Operation operation) {
        add(
                operation,
                new HeaderParameter()
                        .name("If-Match")
                        .required(true)
                        .description("ETag of what was last read")
                        .example("\"7\"")
                        .schema(new StringSchema()));
        refusal(operation, "412", "Somebody else changed it meanwhile");
        refusal(operation, "428", "If-Match is missing");
    }

    private static void describeIdempotency(Operation operation, Idempotent rule) {
        add(
                operation,
                new HeaderParameter()
                        .name("Idempotency-Key")
                        .required(rule.required())
                        .description("Repeats of a request with the same key have one effect")
                        .schema(new StringSchema().minLength(1).maxLength(255)));
        refusal(operation, "409", "In conflict, or the first request with the key still runs");
        refusal(operation, "422", "Against a rule, or the key was used for another request");
    }

    private static boolean takes(HandlerMethod method, Class<?> argument) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == argument);
    }

    private static boolean hasParameters(Operation operation) {
        return operation.getParameters() != null && !operation.getParameters().isEmpty();
    }

    private static boolean namesSomething(Operation operation) {
        return hasParameters(operation)
                && operation.getParameters().stream()
                        .anyMatch(parameter -> "path".equals(parameter.getIn()));
    }

    private static void add(Operation operation, Parameter parameter) {
        operation.addParametersItem(parameter);
    }

    /** What the service says itself stays. */
    static void refusal(Operation operation, String status, String description) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        var problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        operation
                .getResponses()
                .putIfAbsent(
                        status,
                        new ApiResponse()
                                .description(description)
                                .content(
                                        new Content()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        new MediaType().schema(problem))));
    }
}
