package guildhall.runtime.idempotency;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/** In PostgreSQL, what a request changes and its answer are one transaction. */
@AutoConfiguration(
        after = JdbcIdempotencyAutoConfiguration.class,
        afterName =
                "org.springframework.boot.jdbc.autoconfigure"
                        + ".DataSourceTransactionManagerAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class AtomicAnswersAutoConfiguration {
    @Bean
    @ConditionalOnBean({JdbcIdempotencyStore.class, PlatformTransactionManager.class})
    WebMvcRegistrations atomicAnswers(
            JdbcIdempotencyStore store, PlatformTransactionManager transactions) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new AtomicHandlers(store, transactions);
            }
        };
    }

    private static final class AtomicHandlers extends RequestMappingHandlerAdapter {
        private final IdempotencyStore store;
        private final PlatformTransactionManager transactions;

        AtomicHandlers(IdempotencyStore store, PlatformTransactionManager transactions) {
            this.store = store;
            this.transactions = transactions;
        }

        @Override
        protected ServletInvocableHandlerMethod createInvocableHandlerMethod(
                HandlerMethod handler) {
            var rule = handler.getMethodAnnotation(Idempotent.class);
            return rule == null || rule.commitsItself()
                    ? super.createInvocableHandlerMethod(handler)
                    : new AtomicHandler(handler, store, transactions);
        }
    }
}
