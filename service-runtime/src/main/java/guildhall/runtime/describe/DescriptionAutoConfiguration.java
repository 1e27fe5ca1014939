package guildhall.runtime.describe;

import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.PublicEndpoints;
import guildhall.runtime.web.IfMatch;
import guildhall.runtime.web.Paging;
import io.swagger.v3.oas.models.media.StringSchema;
import java.time.Duration;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** OpenAPI of the service. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class DescriptionAutoConfiguration {
    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class, IdempotencyKey.class, Paging.class, IfMatch.class)
                .replaceWithSchema(
                        Duration.class, new StringSchema().format("duration").example("PT15M"));
    }

    @Bean
    RuntimeArguments runtimeArguments() {
        return new RuntimeArguments();
    }

    @Bean
    WholeApi wholeApi(
            @Value("${guildhall.service}") String service, ObjectProvider<PublicEndpoints> open) {
        return new WholeApi(service, open.orderedStream().toList());
    }
}
