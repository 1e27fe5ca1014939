package guildhall.runtime.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Makes the pool of the service a fair one, and shows how many wait for it. */
@AutoConfiguration
@ConditionalOnClass({HikariDataSource.class, DelegatingDataSource.class})
class FairPoolAutoConfiguration {
    @Bean
    static BeanPostProcessor fairPools() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new FairPool(pool) : bean;
            }
        };
    }

    @Bean
    MeterBinder waitingForConnections(ObjectProvider<DataSource> pools) {
        return metrics ->
                Gauge.builder("guildhall.pool.waiting", pools, known -> waiting(known))
                        .description("Who waits for a turn to get a connection of the pool")
                        .register(metrics);
    }

    private static int waiting(ObjectProvider<DataSource> pools) {
        return pools.stream()
                .filter(FairPool.class::isInstance)
                .mapToInt(pool -> ((FairPool) pool).waiting())
                .sum();
    }
}
