package guildhall.runtime.idempotency;

import guildhall.runtime.chore.Chore;
import guildhall.runtime.start.ClockAutoConfiguration;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Honours idempotency keys; without a store, only the ids that follow from them. */
@AutoConfiguration(
        after = {
            ClockAutoConfiguration.class,
            JdbcIdempotencyAutoConfiguration.class,
            MongoIdempotencyAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class IdempotencyAutoConfiguration {
    /** Inside the filters that know the caller, limit the body and bind the cause. */
    private static final int FILTER_ORDER = -80;

    /** After the rules that say who may call at all. */
    private static final int INTERCEPTOR_ORDER = 100;

    @Bean
    WebMvcConfigurer idempotencyKeys(ObjectProvider<IdempotencyStore> store, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                var known = store.stream().findFirst();
                interceptors
                        .addInterceptor(new IdempotencyInterceptor(known, clock))
                        .order(INTERCEPTOR_ORDER);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new IdempotencyKeyResolver());
            }
        };
    }

    @Bean
    @ConditionalOnBean(IdempotencyStore.class)
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(IdempotencyStore store) {
        var registration = new FilterRegistrationBean<>(new IdempotencyFilter(store));
        registration.setOrder(FILTER_ORDER);
        return registration;
    }

    @Bean
    @ConditionalOnBean(IdempotencyStore.class)
    Chore idempotencyPruning(IdempotencyStore store, Clock clock, IdempotencySettings settings) {
        return new Chore(
                "idempotency-pruning", settings.pruneEvery(), () -> store.prune(clock.instant()));
    }
}
