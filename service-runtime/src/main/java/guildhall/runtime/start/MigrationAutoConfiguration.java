package guildhall.runtime.start;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** Brings the runtime's tables up to date, then the service's. Each has a history of its own. */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
@ConditionalOnClass({Flyway.class, FlywayMigrationStrategy.class})
class MigrationAutoConfiguration {
    private static final String LOCATION = "classpath:db/runtime";
    private static final String HISTORY = "runtime_schema_history";

    @Bean
    @ConditionalOnMissingBean
    FlywayMigrationStrategy runtimeThenService() {
        return service -> {
            Flyway.configure(service.getConfiguration().getClassLoader())
                    .configuration(service.getConfiguration())
                    .locations(LOCATION)
                    .table(HISTORY)
                    .load()
                    .migrate();
            service.migrate();
        };
    }
}
