package guildhall.runtime.idempotency;

import guildhall.runtime.chore.Chore;
import guildhall.runtime.start.ClockAutoConfiguration;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Idempotency keys, kept in whichever store the service has. */
@AutoConfiguration(
        after = ClockAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@ConditionalOnWebApplication(type = Type.SERVLET)
@EnableConfigurationProperties(IdempotencySettings.class)
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
                var optional = store.stream().findFirst();
                interceptors
                        .addInterceptor(new IdempotencyInterceptor(optional, clock))
                        .order(INTERCEPTOR_ORDER);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new IdempotencyKeyResolver());
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    static class OnPostgres {
        @Bean
        @ConditionalOnBean(JdbcClient.class)
        @ConditionalOnMissingBean
        IdempotencyStore idempotencyStore(JdbcClient jdbc, IdempotencySettings settings) {
            return new JdbcIdempotencyStore(jdbc, settings);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MongoOperations.class)
    static class OnMongo {
        @Bean
        @ConditionalOnBean(MongoOperations.class)
        @ConditionalOnMissingBean
        IdempotencyStore idempotencyDocuments(
                MongoOperations mongo, IdempotencySettings settings) {
            return new MongoIdempotencyStore(mongo, settings);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(IdempotencyStore.class)
    static class Storing {
        @Bean
        FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(IdempotencyStore store) {
            var registration = new FilterRegistrationBean<>(new IdempotencyFilter(store));
            registration.setOrder(FILTER_ORDER);
            return registration;
        }

        @Bean
        Chore idempotencyPruning(
                IdempotencyStore store, Clock clock, IdempotencySettings settings) {
            return new Chore(
                    "idempotency-pruning",
                    settings.pruneEvery(),
                    () -> store.prune(clock.instant()));
        }
    }
}
