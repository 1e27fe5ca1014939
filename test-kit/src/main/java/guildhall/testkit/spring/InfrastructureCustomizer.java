package guildhall.testkit.spring;

import guildhall.testkit.Infrastructure;
import guildhall.testkit.TestEnvironment;
import guildhall.testkit.engine.QuietLogging;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Puts the environment of a test class into its application context. Equality decides whether two
 * classes share a context: never, because the owner is part of it.
 */
record InfrastructureCustomizer(Class<?> owner, String service, Set<Infrastructure> parts)
        implements ContextCustomizer {
    InfrastructureCustomizer {
        parts = Set.copyOf(parts);
    }

    @Override
    public void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        QuietLogging.apply();
        var environment =
                Environments.of(
                        owner,
                        () ->
                                TestEnvironment.create(
                                        service, parts.toArray(Infrastructure[]::new)));
        add(context.getEnvironment().getPropertySources(), environment);
        var beans = context.getBeanFactory();
        beans.registerSingleton("testEnvironment", environment);
        environment
                .findDatabase()
                .ifPresent(database -> beans.registerSingleton("testDatabase", database));
        environment.findKafka().ifPresent(probe -> beans.registerSingleton("kafkaProbe", probe));
    }

    /** Above the machine's own variables, below whatever the test itself says. */
    private static void add(MutablePropertySources sources, TestEnvironment environment) {
        var source =
                new MapPropertySource(
                        "guildhallTestEnvironment", Map.copyOf(environment.properties()));
        var machine = StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME;
        if (sources.contains(machine)) {
            sources.addBefore(machine, source);
        } else {
            sources.addFirst(source);
        }
    }
}
