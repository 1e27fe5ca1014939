package guildhall.runtime.start;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * Defines {@code guildhall.service}, the name of the service without {@code -service}, and turns
 * the imported {@code guildhall-runtime.yml} into defaults. An import would otherwise win over the
 * file that imports it, and a service could not override anything.
 */
class ServiceEnvironment implements EnvironmentPostProcessor, Ordered {
    private static final String DEFAULTS = "guildhall-runtime.yml";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        sources.stream()
                .filter(source -> source.getName().contains(DEFAULTS))
                .toList()
                .forEach(source -> moveLast(sources, source.getName()));
        var name = environment.getProperty("spring.application.name", "guildhall-service");
        sources.addLast(
                new MapPropertySource(
                        "guildhallService",
                        Map.of("guildhall.service", name.replaceFirst("-service$", ""))));
    }

    private static void moveLast(MutablePropertySources sources, String name) {
        var source = sources.remove(name);
        if (source != null) {
            sources.addLast(source);
        }
    }

    /** After the configuration files were read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
